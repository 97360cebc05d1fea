const WIDTH = 960;
const HEIGHT = 600;
const LINES = 7;

/** A photograph of a document that is none: drawn here, large enough for PANDAWA to take it as readable. */
export async function samplePhoto(title: string, why: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#8f7a63';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  // The grain of a table: a photograph of one colour would be too small to pass as one.
  for (let y = 0; y < HEIGHT; y += 2) {
    pen.fillStyle = `hsl(30 ${15 + ((y * 7) % 11)}% ${40 + ((y * 13) % 9)}%)`;
    for (let x = (y * 37) % 5; x < WIDTH; x += 3 + ((x * y) % 7)) pen.fillRect(x, y, 2, 1);
  }
  pen.translate(WIDTH / 2, HEIGHT / 2);
  pen.rotate(-0.03);
  pen.fillStyle = '#fdfcf6';
  pen.fillRect(-370, -230, 740, 460);
  pen.fillStyle = '#1d3b46';
  pen.font = 'bold 52px sans-serif';
  pen.fillText(title, -330, -150);
  pen.font = '26px sans-serif';
  pen.fillText(why, -330, -105);
  pen.fillStyle = '#9aa7a6';
  for (let line = 0; line < LINES; line++) pen.fillRect(-330, -60 + line * 36, 360 + ((line * 97) % 230), 12);
  pen.strokeStyle = '#2c6f9e';
  pen.lineWidth = 6;
  pen.beginPath();
  pen.arc(270, 150, 56, 0, Math.PI * 2);
  pen.stroke();
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no photograph'))), 'image/jpeg', 0.9),
  );
}
