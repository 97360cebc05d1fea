import { useSay } from '@jangkau/phone';
import { useEffect, useRef } from 'preact/hooks';
import { fromBase64 } from '../store/bytes.ts';

interface SignatureProps {
  /** The PNG drawn so far, in base64; null while nothing was drawn. */
  value: string | null;
  onChange: (png: string | null) => void;
}

/** A field to sign in with a finger. */
export function SignaturePad({ value, onChange }: SignatureProps) {
  const say = useSay();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef(value);
  useEffect(() => {
    const pad = canvas.current;
    if (!pad) return;
    const scale = Math.min(2, devicePixelRatio || 1);
    pad.width = pad.clientWidth * scale;
    pad.height = pad.clientHeight * scale;
    const pen = pad.getContext('2d');
    if (!pen) return;
    pen.lineWidth = 2.5 * scale;
    pen.lineCap = 'round';
    pen.strokeStyle = '#10211f';
    if (drawn.current) {
      const url = URL.createObjectURL(new Blob([fromBase64(drawn.current)], { type: 'image/png' }));
      const image = new Image();
      image.onload = () => {
        pen.drawImage(image, 0, 0, pad.width, pad.height);
        URL.revokeObjectURL(url);
      };
      image.src = url;
    }
    let drawing = false;
    const at = (event: PointerEvent): [number, number] => {
      const box = pad.getBoundingClientRect();
      return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    };
    const down = (event: PointerEvent) => {
      drawing = true;
      pad.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(...at(event));
    };
    const move = (event: PointerEvent) => {
      if (!drawing) return;
      pen.lineTo(...at(event));
      pen.stroke();
    };
    const up = () => {
      if (!drawing) return;
      drawing = false;
      drawn.current = pad.toDataURL('image/png').split(',')[1] ?? null;
      onChange(drawn.current);
    };
    pad.addEventListener('pointerdown', down);
    pad.addEventListener('pointermove', move);
    pad.addEventListener('pointerup', up);
    pad.addEventListener('pointercancel', up);
    return () => {
      pad.removeEventListener('pointerdown', down);
      pad.removeEventListener('pointermove', move);
      pad.removeEventListener('pointerup', up);
      pad.removeEventListener('pointercancel', up);
    };
  }, []);
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, canvas.current.width, canvas.current.height);
    drawn.current = null;
    onChange(null);
  };
  return (
    <div class="signature">
      <canvas ref={canvas} role="img" aria-label={say('Tempat tanda tangan', 'Place to sign')} />
      <button type="button" class="quiet" onClick={clear}>
        {say('Hapus tanda tangan', 'Clear signature')}
      </button>
    </div>
  );
}
