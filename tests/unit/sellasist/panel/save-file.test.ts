// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { saveFileFrom } from '../../../../components/order/save-file.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('a PDF is handed over under its name from within the shadow root, and its address is given back later', async () => {
  vi.useFakeTimers();
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:pdf';
  });
  const revoked = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined);
  const host = document.createElement('mostek-panel');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const clicked: string[] = [];
  root.addEventListener('click', (event) => {
    event.preventDefault();
    const link = event.target as HTMLAnchorElement;
    clicked.push(`${link.download} ${link.href}`);
  });

  saveFileFrom(root)('12_11_2026.pdf', new TextEncoder().encode('%PDF-1.7'));

  expect(clicked).toEqual(['12_11_2026.pdf blob:pdf']);
  expect(root.childElementCount).toBe(0);
  expect(blobs[0]?.type).toBe('application/pdf');
  expect(await blobs[0]?.text()).toBe('%PDF-1.7');
  expect(revoked).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(revoked).toHaveBeenCalledWith('blob:pdf');
});
