import { onlyTests } from './tests.ts';

export default onlyTests(['tests/unit/{invoice,ifirma}/**/*.test.ts']);
