import { lexiconWords } from './concepts.ts';
import { slang } from './slang.ts';
import { trainingUtterances } from './training/training-utterances.ts';

/** Words the classifier knows, by how often they were met; what a misspelt word may stand for. */
interface KnownWords {
  readonly counts: ReadonlyMap<string, number>;
  /** Words of five letters and more by first letter. */
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  readonly bySkeleton: ReadonlyMap<string, string>;
}

let known: KnownWords | undefined;

/**
 * The words of a chat message in plain Indonesian spelling: lower case, lengthened letters cut, slang and dialect
 * replaced, numbers as their kind, missing vowels and typos repaired where one known word fits.
 */
export function normalise(text: string): string[] {
  known ??= knownWords();
  const words: string[] = [];
  for (const raw of rawWords(text)) for (const word of plainWords(raw, known)) words.push(word);
  return words;
}

function rawWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, ' alamatweb ')
    .replace(/\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?/gu, (sign) =>
      '👍🙏👌😊☺❤'.includes([...sign][0] ?? '') ? ' terima_kasih ' : ' ',
    )
    .replace(/\b[\w.+-]+@[\w-]+\.\w+/g, ' email ')
    .replace(/([\p{L}])-(?=[\p{L}])/gu, '$1 ')
    .replace(/\bkasih\b/g, 'kasih')
    .replace(/\bt(e|)ri?ma\s*(kasih|ksh|kasi)\w*/g, ' terima_kasih ')
    .replace(/\bnon\s+aktif/g, 'nonaktif')
    .replace(/\bvirtual\s+ac+ount|\bvirtual\s+akun/g, 'va')
    .replace(/\b(orang)\s+tua\b/g, 'orangtua')
    .replace(/\bm\s*banking\b|\bmobile\s+banking\b/g, 'mbanking')
    .replace(/\b4nak\b/g, 'anak')
    .split(/[^\p{L}\p{N}_]+/u)
    .filter(Boolean);
}

function plainWords(raw: string, words: KnownWords): string[] {
  if (/^\d+$/.test(raw)) return [numberWord(raw)];
  const exact = slang.get(raw) ?? (words.counts.has(raw) ? raw : undefined);
  if (exact) return [exact];
  let word = raw.replace(/(\p{L})\1{2,}/gu, '$1');
  word = word.replace(/^(\p{L}{3,})2(\p{L}*)$/u, '$1$2');
  const said = slang.get(word) ?? (word.length >= 4 ? slang.get(squeeze(word)) : undefined);
  if (said) return [said];
  if (words.counts.has(word)) return [word];
  const squeezed = squeeze(word);
  if (words.counts.has(squeezed)) return [squeezed];
  for (const ending of ['nya', 'ny', 'x', 'ku', 'mu', 'lah', 'kah', 'dong', 'ne', 'e', 'in', 'ya']) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
    const stem = word.slice(0, -ending.length);
    const plain = slang.get(stem) ?? (words.counts.has(stem) ? stem : undefined);
    if (plain) return [plain];
  }
  return [words.bySkeleton.get(skeletonOfShort(word) ?? '') ?? nearest(word, words) ?? word];
}

function numberWord(digits: string): string {
  if (digits.length >= 15) return 'angkanik';
  if (digits.length >= 11) return 'angkakartu';
  if (digits.length >= 7) return 'angkapanjang';
  return `a${digits}`;
}

function squeeze(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1');
}

/** Consonants of a word that seems to have lost its vowels; undefined for one that has enough of them. */
function skeletonOfShort(word: string): string | undefined {
  if (word.length < 3 || /[^a-z]/.test(word)) return undefined;
  const consonants = skeleton(word);
  return consonants.length >= 3 && word.length - consonants.length <= consonants.length / 3
    ? consonants
    : undefined;
}

function skeleton(word: string): string {
  return word.replace(/[aeiou]/g, '');
}

/** The known word that is one slip away (two for long words), the most frequent of them. */
function nearest(word: string, words: KnownWords): string | undefined {
  if (word.length < 5 || word.length > 20) return undefined;
  const allowed = word.length >= 9 ? 2 : 1;
  let best: string | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const candidate of words.byFirst.get(word[0] ?? '') ?? []) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const slips = slipsBetween(word, candidate, allowed);
    if (slips > allowed) continue;
    const score = slips - Math.min(0.9, (words.counts.get(candidate) ?? 0) / 1000);
    if (score < bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** Damerau distance (letters swapped beside each other count once), or more than `most` when it is larger. */
export function slipsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? most + 1;
}

function knownWords(): KnownWords {
  const counts = new Map<string, number>();
  const count = (word: string, by: number) => counts.set(word, (counts.get(word) ?? 0) + by);
  for (const lines of Object.values(trainingUtterances)) {
    for (const word of rawWords(lines)) if (!/\d/.test(word)) count(slang.get(word) ?? word, 1);
  }
  for (const word of slang.values()) count(word, 3);
  for (const word of lexiconWords) count(word, 1);
  for (const word of plainVocabulary.split(/\s+/)) count(word, 1);
  // Vowel-less and misspelt words of the training utterances must not become what others are corrected to.
  for (const word of counts.keys()) {
    if (
      word.length >= 3 &&
      skeleton(word).length === word.length &&
      !['bpjs', 'fktp', 'pbpu'].includes(word)
    ) {
      if ((counts.get(word) ?? 0) < 4) counts.delete(word);
    }
  }
  const byFirst = new Map<string, string[]>();
  const bySkeleton = new Map<string, string>();
  for (const word of [...counts.keys()].sort()) {
    if (word.length >= 4) {
      const first = word[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
      const bones = skeleton(word);
      const rival = bySkeleton.get(bones);
      if (bones.length >= 3 && (counts.get(word) ?? 0) > (rival ? (counts.get(rival) ?? 0) : 0)) {
        bySkeleton.set(bones, word);
      }
    }
  }
  return { counts, byFirst, bySkeleton };
}

/** Everyday words that must not be "corrected" into words of the trade. */
const plainVocabulary = `adalah agar akan tangga perawat tindak proses pembayaran resmi muncul hasil sukses masa macam akhir aman ambil amat anda apalagi apabila arah asal atas atau awal ayo bagi bagian
bagus bahasa bahwa banyak barang baru bawa bawah beberapa begini begitu bekas beli benar berada berat beres berita bersama
besar besok betul biasa bilang bos buku bulanan cari cepat cerita cuma dalam dan dapat datang dekat depan di dia dulu
gede gini gitu hal hanya harap harga harus hasil ingat ini itu jadi jalan jauh jawab jelas kaget kalian kali kami kapan kecil
kemarin kembali kena kenal kepala kira kita kurang langsung lain laki larut lebih lengkap lewat lokal luar lusa maaf macam
makan malah maka mampu mari masalah masuk mata mereka milik minggu mobil muda mudah mulai mungkin nanti nggih oleh
padahal pagi paling panas panjang pasar pasien pasti pasti pelan pernah pertama pintu pokok pulang punya pusing ramai rasa
rupa sabar sampai sana sangat satu sebab sebelum sedang sedikit segera sehat sekali selalu selama selesai semalam sementara
semua sendiri seperti sering siapa sini situ soal suka supaya surat susah tadi tahu takut tamu tanya telat tempat tentang
terus tetangga tiba tidur tinggal tua tugas turut ujung umur waktu walau warga yakin`;
