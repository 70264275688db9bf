/** The browser has taken the file over long before; an address kept for good would keep the bytes too. */
const REVOKE_AFTER_MS = 60_000;

/** Hands a PDF to the browser's downloads; in the panel from within the shadow root, where the panel's own link handling does not reach. */
export function saveFileFrom(root: ShadowRoot | HTMLElement): (name: string, bytes: Uint8Array) => void {
  return (name, bytes) => {
    const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }));
    const link = root.ownerDocument.createElement('a');
    link.href = url;
    link.download = name;
    link.hidden = true;
    root.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
  };
}
