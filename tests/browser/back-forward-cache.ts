import type { Page } from '@playwright/test';

/** The panel's pages forbid being stored, as PHP's sessions do; without that header they come back as they were left. */
export async function allowBackForwardCache(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId, responseStatusCode, responseHeaders = [] }) => {
    const answer = {
      requestId,
      responseCode: responseStatusCode ?? 200,
      responseHeaders: responseHeaders.filter(({ name }) => name.toLowerCase() !== 'cache-control'),
    };
    void session.send('Fetch.continueResponse', answer);
  });
  await session.send('Fetch.enable', { patterns: [{ requestStage: 'Response', resourceType: 'Document' }] });
}
