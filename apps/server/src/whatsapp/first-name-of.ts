/** What to call somebody in a message: the first word of the name that is no marker and no title. */
export function firstNameOf(name: string): string {
  const markers = new Set('I NI IDA LUH GUSTI DEWA ANAK AGUNG COKORDA DR DRS IR H HJ SI'.split(' '));
  const word =
    name.split(/[ .]+/).find((part) => part.length > 1 && !markers.has(part.toUpperCase())) ?? 'Peserta';
  return word[0]?.toUpperCase() + word.slice(1).toLowerCase();
}
