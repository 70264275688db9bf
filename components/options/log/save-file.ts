/** Hands a file to the browser's downloads through a link: no permission is needed for that. */
export type SaveFile = (name: string, parts: readonly string[]) => void;

export const saveCsv: SaveFile = (name, parts) => {
  const url = URL.createObjectURL(new Blob([...parts], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken what it needs once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 0);
};
