import { defineConfig } from 'wxt';

export default defineConfig({
  // Every import is written out: a reader sees where a name comes from.
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'pl',
    permissions: ['storage', 'alarms', 'scripting', 'unlimitedStorage'],
    // Asked for when a person ticks the box that wants it, and never before.
    optional_permissions: ['notifications'],
    // Both hosts are the extension's whole purpose, so they are required and not asked for later (design: borders).
    host_permissions: ['https://*.sellasist.pl/*', 'https://www.ifirma.pl/*'],
    minimum_chrome_version: '120',
    action: { default_title: 'Mostek' },
  },
  hooks: {
    // Content scripts use the browser's own API object; the polyfill would weigh more than all of the sentinel.
    'vite:build:extendConfig': (entrypoints, config) => {
      const alias = config.resolve?.alias;
      const areContentScripts = entrypoints.every(({ type }) => type === 'content-script');
      if (alias && areContentScripts) Reflect.deleteProperty(alias, 'wxt/browser');
    },
  },
  // The build is committed nowhere and talks to nobody.
  analysis: { enabled: false },
});
