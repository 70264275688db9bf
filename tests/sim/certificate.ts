import { readFileSync } from 'node:fs';
import { createSecureContext, type SecureContext } from 'node:tls';

/**
 * The certificates of the stand-ins. Node cannot make X.509 certificates by itself, so two long-lived ones lie beside this file;
 * they protect nothing (certificate/README.md). Two and not one, so that no browser shares an HTTP/2 connection between the two services.
 */
const read = (name: string): string => readFileSync(new URL(`./certificate/${name}`, import.meta.url), 'utf8');

const key = read('key.pem');

export const ifirmaCertificate = { key, cert: read('ifirma.pem') };
export const sellasistCertificate = { key, cert: read('sellasist.pem') };

const ifirma = createSecureContext(ifirmaCertificate);
const sellasist = createSecureContext(sellasistCertificate);

/** The certificate for a server name; what is unknown gets iFirma's, which fits nothing and so is seen at once. */
export const secureContextOf = (serverName: string): SecureContext =>
  serverName.endsWith('.sellasist.pl') ? sellasist : ifirma;
