/** Hands a text to the browser's downloads through a link: no permission is needed for that. */
export type SaveText = (name: string, text: string, type?: string) => void;

export const saveText: SaveText = (name, text, type = 'application/json') => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken what it needs once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 0);
};
