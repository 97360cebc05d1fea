import { describe, expect, test } from 'vitest';
import { allFlows } from '../flows/all-flows.ts';
import type { Flow } from '../flows/flow.ts';
import { BORN, Chat, covered, lapsed, NIK, owing, photo } from '../testing/chat.ts';
import { defaultConversationSettings } from './conversation.ts';

/** What opens each flow, and how to get to its end. */
const walks: Record<
  string,
  { facts?: typeof owing; begin: string; walk: (chat: Chat) => void; end: string }
> = {
  register: {
    begin: 'mau daftar bpjs baru',
    walk: (chat) => {
      chat.press('Lanjut');
      chat.say('4');
      chat.press('Kelas III');
      chat.say('0812 3456 789');
      chat.files(3);
      chat.press('Kirim');
    },
    end: 'P-0001',
  },
  'add-family': {
    begin: 'mau tambah istri ke bpjs',
    walk: (chat) => {
      chat.identify();
      chat.press('Lanjut');
      chat.press('Suami atau istri');
      chat.say('Ni Luh Contoh', '1 mei 1992');
      chat.files(3);
      chat.press('Kirim');
    },
    end: 'P-0001',
  },
  newborn: {
    begin: 'bayi saya baru lahir',
    walk: (chat) => {
      chat.identify();
      chat.press('Lanjut');
      expect(chat.say('03-02-2026')).toContain('paling lambat 3 Maret 2026; NIK paling lambat 3 Mei 2026');
      chat.say('Bayi Ny. Contoh');
      chat.files(3);
      chat.press('Kirim');
    },
    end: 'P-0001',
  },
  segment: {
    begin: 'mau pindah segmen dari mandiri ke perusahaan',
    walk: (chat) => {
      expect(chat.identify()).toContain('Rp315.000');
      chat.press('Lanjut');
      chat.press('Perusahaan');
      chat.files(3);
      chat.press('Kirim');
    },
    end: 'tanggal 20',
  },
  identity: {
    begin: 'nama saya salah di kartu',
    walk: (chat) => {
      chat.identify();
      chat.press('Lanjut');
      chat.press('Nama');
      chat.say('I Wayan Contoh');
      chat.files(2);
      chat.press('Kirim');
    },
    end: 'Dukcapil',
  },
  class: {
    facts: covered,
    begin: 'mau turun kelas',
    walk: (chat) => {
      chat.identify();
      chat.press('Lanjut');
      chat.press('Kelas III');
      chat.files(1);
      chat.press('Kirim');
    },
    end: 'P-0001',
  },
  facility: {
    facts: covered,
    begin: 'mau ganti faskes',
    walk: (chat) => {
      chat.identify();
      chat.press('Lanjut');
      chat.say('Puskesmas Kuta Selatan');
      chat.press('Sekeluarga');
      chat.press('Kirim');
    },
    end: '1 Maret 2026',
  },
  death: {
    begin: 'mau lapor kematian bapak saya',
    walk: (chat) => {
      chat.identify();
      chat.press('Lanjut');
      chat.say('I Made Contoh', '01/02/2026');
      chat.files(3);
      chat.press('Kirim');
    },
    end: 'Iuran setelah bulan meninggal tidak ditagih',
  },
  duplicate: {
    begin: 'data saya ganda punya dua kartu',
    walk: (chat) => {
      chat.identify();
      chat.press('Lanjut');
      chat.say('kis dan mandiri');
      chat.files(2);
      chat.press('Kirim');
    },
    end: 'P-0001',
  },
  reactivate: {
    begin: 'mau aktifkan bpjs lagi',
    walk: (chat) => {
      const quote = chat.identify();
      expect(quote).toContain('Tunggakan 9 bulan sejak Mei 2025 untuk 1 orang: Rp315.000.');
      expect(quote).toContain('Iuran bulan ini: Rp35.000.');
      expect(quote).toContain('Agar aktif kembali: Rp350.000.');
      chat.press('Bayar sekaligus');
    },
    end: '8888801234567890',
  },
  status: {
    begin: 'cek status bpjs saya',
    walk: (chat) => chat.identify(),
    end: 'TIDAK AKTIF sejak 1 Juni 2025',
  },
  bill: { begin: 'tagihan saya berapa', walk: (chat) => chat.identify(), end: 'Rp35.000 per bulan' },
  arrears: { begin: 'tunggakan saya berapa', walk: (chat) => chat.identify(), end: 'Rp315.000' },
  'virtual-account': {
    begin: 'nomor va saya berapa',
    walk: (chat) => chat.identify(),
    end: '8888801234567890',
  },
  'pay-how': { begin: 'cara bayar bpjs gimana', walk: () => {}, end: 'III Rp35.000' },
  fine: { begin: 'denda pelayanan itu apa', walk: () => {}, end: 'Rp30.000.000' },
  'rehab-info': { begin: 'apa itu rehab', walk: () => {}, end: '12 tahap' },
  rehab: {
    begin: 'mau ikut rehab',
    walk: (chat) => {
      chat.identify();
      expect(chat.say('9')).toContain('angka 1 sampai 4');
      expect(chat.say('4 kali')).toContain('4. 31 Mei 2026 Rp113.750');
      expect(chat.last).toContain('jumlah Rp455.000');
      chat.press('Daftar');
    },
    end: 'REHAB 4 tahap',
  },
  'payment-missing': {
    begin: 'sudah bayar tapi belum masuk',
    walk: (chat) => {
      chat.identify();
      chat.say('5 februari 2026');
      chat.files(1);
    },
    end: 'P-0001',
  },
  office: { begin: 'alamat kantor bpjs', walk: () => {}, end: 'Panjaitan' },
  referral: { begin: 'cara minta rujukan', walk: () => {}, end: 'IGD' },
  card: { begin: 'kartu bpjs saya hilang', walk: () => {}, end: 'KTP' },
  complaint: {
    begin: 'saya mau komplain',
    walk: (chat) => {
      chat.press('Rumah sakit');
      chat.say('saya menunggu 6 jam di igd');
    },
    end: 'P-0001',
  },
  'opt-out': { begin: 'STOP', walk: () => {}, end: 'tidak mengirim pesan lebih dulu' },
};

test('every flow has a walk', () => {
  expect(Object.keys(walks).sort()).toEqual([...new Set(allFlows.map(({ id }) => id))].sort());
});

function begun(id: string): Chat {
  const chat = new Chat(walks[id]?.facts);
  chat.say(walks[id]?.begin ?? '');
  return chat;
}

test.each(Object.entries(walks))('%s from start to end', (id, { walk, end }) => {
  const chat = begun(id);
  walk(chat);
  expect(chat.said.join('\n')).toContain(end);
  expect(chat.conversation).toMatchObject({ phase: 'menu', flow: null });
});

/** Flows that ask something. */
const asking = Object.keys(walks).filter((id) => begun(id).conversation.phase !== 'menu');

test('seventeen flows ask something', () => {
  expect(asking).toHaveLength(17);
});

describe.each(asking)('%s', (id) => {
  test('cancelled: nothing is recorded', () => {
    const chat = begun(id);
    expect(chat.say('batal')).toContain('dibatalkan');
    expect(chat.conversation).toMatchObject({ phase: 'menu', flow: null, number: null });
    expect(chat.effects.some(({ kind }) => kind === 'record')).toBe(false);
  });

  test('left alone it expires, and says so', () => {
    const chat = begun(id);
    chat.wait(31).event({ kind: 'clock' });
    expect(chat.last).toContain('ditutup karena 30 menit');
    expect(chat.conversation).toMatchObject({ phase: 'menu', flow: null, level: 0, facts: null });
  });

  test('what does not fit three times brings a person', () => {
    const chat = begun(id);
    // Wrong for numbers, choices and free text alike.
    for (let i = 0; i < 3; i++) chat.say('x');
    expect(chat.conversation.phase).toBe('person');
    expect(chat.effects.at(-1)).toMatchObject({ kind: 'hand-over', reason: 'not-understood', service: id });
  });

  test('a change of mind goes over to the other thing', () => {
    const chat = begun(id);
    chat.say(id === 'complaint' ? 'mau ganti faskes' : 'saya mau komplain pelayanan rumah sakit');
    expect(chat.conversation.flow?.id).toBe(id === 'complaint' ? 'facility' : 'complaint');
  });

  test('a person on request', () => {
    const chat = begun(id);
    expect(chat.say('petugas')).toContain('teruskan ke petugas');
    expect(chat.conversation.phase).toBe('person');
    expect(chat.say('halo?', 'menu')).toContain('PANDAWA');
    expect(chat.conversation.phase).toBe('menu');
  });
});

test('REHAB goes on in the member app, where there is one', () => {
  const settings = { ...defaultConversationSettings, memberAppUrl: 'https://jangkau.example/member/' };
  const chat = new Chat(owing, allFlows, settings);
  chat.say('mau ikut rehab');
  chat.identify();
  chat.say('4 kali');
  chat.press('Daftar');
  expect(chat.last).toContain('https://jangkau.example/member/#/rehab');
});

test('a debt is never told before identity is proven', () => {
  const chat = new Chat();
  for (const text of [
    'tagihan saya berapa',
    'tunggakan saya berapa',
    'mau aktifkan bpjs',
    'status bpjs saya',
    'mau ikut rehab',
  ]) {
    chat.say(text, '5171011708900000', '01-01-1991', 'batal');
  }
  expect(chat.said.join(' ')).not.toMatch(/315\.000|350\.000|455\.000|Wayan|7890|TIDAK AKTIF/);
});

test('guessing locks for longer each time and alerts; the right answer is refused while locked', () => {
  const chat = new Chat();
  const guess = () => chat.say('status bpjs saya', NIK, '01-01-1991', NIK, '02-01-1991', NIK, '03-01-1991');
  expect(guess()).toContain('ditutup 60 menit');
  expect(chat.effects.filter(({ kind }) => kind === 'alert')).toHaveLength(1);
  expect(chat.say('status bpjs saya')).toContain('ditutup sementara');
  expect(chat.conversation.phase).toBe('menu');
  expect(chat.say('alamat kantor bpjs')).toContain('Panjaitan');
  chat.wait(61);
  expect(guess()).toContain('ditutup 120 menit');
  chat.wait(121);
  chat.say('status bpjs saya', NIK, BORN);
  expect(chat.last).toContain('TIDAK AKTIF');
});

test('a wrong code three times locks too', () => {
  const chat = new Chat();
  chat.say('nama saya salah di kartu', NIK, BORN, '111111', '222222', '333333');
  expect(chat.last).toContain('ditutup 60 menit');
  expect(chat.conversation).toMatchObject({ level: 0, facts: null, flow: null });
});

test('once proven, the next question is answered at once and with fresh figures', () => {
  const chat = new Chat();
  chat.say('cek status', NIK, BORN);
  expect(chat.say('tunggakan saya berapa')).toContain('Rp315.000');
  expect(chat.effects.filter(({ kind }) => kind === 'read-account')).toHaveLength(1);
  chat.wait(31);
  expect(chat.say('tunggakan saya berapa')).toContain('NIK');
});

test('back goes one question back and keeps the earlier answers', () => {
  const chat = new Chat();
  chat.say('daftar bpjs baru');
  chat.press('Lanjut');
  chat.say('4');
  chat.press('Kelas I');
  expect(chat.say('kembali')).toContain('Pilih kelas');
  chat.press('Kelas II');
  chat.say('08123456789');
  chat.files(3);
  expect(chat.last).toContain('Kelas: Kelas II');
  expect(chat.last).toContain('Jumlah orang dalam KK: 4');
});

test('a button of an earlier question is told apart', () => {
  const chat = new Chat();
  chat.say('daftar bpjs baru');
  const old = chat.choices[0];
  chat.press('Lanjut');
  chat.event({ kind: 'chose', choice: old?.id ?? '', title: old?.title ?? '' });
  expect(chat.last).toContain('Tombol itu dari pertanyaan sebelumnya');
  expect(chat.conversation.flow?.step).toBe('people');
});

test('documents: wrong type, too small, too large; then the next one is asked for', () => {
  const chat = new Chat();
  chat.say('sudah bayar tapi belum masuk', NIK, BORN, '05-02-2026');
  chat.files(1, { ...photo, type: 'audio/ogg' });
  expect(chat.last).toContain('JPG, PNG');
  chat.files(1, { ...photo, bytes: 900 });
  expect(chat.last).toContain('terlalu kecil');
  expect(chat.conversation.flow?.files).toEqual([]);
  chat.files(1, { ...photo, bytes: 6_000_000 });
  expect(chat.conversation.phase).toBe('person');
});

test('the roads of a lapsed ex-PBI and of a worker laid off', () => {
  const pbi = new Chat(lapsed);
  expect(pbi.say('aktifkan bpjs', NIK, BORN)).toContain('Anda tidak berutang');
  expect(pbi.press('Tidak mampu')).toContain('paling lambat 1 Agustus 2026');
  expect(pbi.press('Kirim dokumen')).toContain('Surat keterangan fasilitas kesehatan (1 dari 3)');
  const worker = new Chat({ ...lapsed, segment: 'PPU_BU', reason: 'EMPLOYMENT_ENDED', until: null });
  worker.say('saya kena phk', NIK, BORN);
  expect(worker.press('Kena PHK')).toContain('dijamin 6 bulan');
  worker.press('Kirim bukti');
  worker.files(2);
  expect(worker.last).toContain('P-0001');
});

test('rules refuse before anything is asked: class with arrears, class of a worker, facility too soon', () => {
  const indebted = new Chat();
  indebted.say('mau turun kelas');
  expect(indebted.identify()).toContain('masih ada tunggakan Rp315.000');
  const worker = new Chat({ ...covered, segment: 'PPU_BU' });
  worker.say('mau naik kelas');
  expect(worker.identify()).toContain('mengikuti upah');
  const mover = new Chat({ ...covered, facilityChangedOn: '2026-01-05' });
  mover.say('ganti faskes');
  expect(mover.identify()).toContain('5 April 2026');
});

test('a way back that is over is not offered', () => {
  const late = new Chat({ ...lapsed, until: '2026-01-31' });
  late.now = Date.parse('2026-02-01T02:00:00Z');
  late.say('aktifkan bpjs', NIK, BORN);
  const said = late.press('Tidak mampu');
  expect(said).toContain('(31 Januari 2026) sudah lewat');
  expect(said).not.toContain('paling lambat');
  late.press('Kirim dokumen');
  expect(late.last).toContain('KTP (1 dari 2)');
  late.files(2);
  expect(late.last).toContain('P-0001');
});

test('outside office hours the hand-over says when somebody answers', () => {
  const chat = new Chat();
  chat.now = Date.parse('2026-02-13T08:00:00Z');
  expect(chat.say('petugas')).toContain('mulai Senin pukul 08.00 WITA');
  chat.event({ kind: 'handed-back' });
  chat.press('Puas');
  expect(chat.effects.at(-1)).toMatchObject({ kind: 'rate', score: 3 });
});

test('a person who takes over is not talked into; closing says so, asks once and gives the menu back', () => {
  const chat = new Chat();
  chat.say('sudah bayar tapi belum masuk');
  chat.event({ kind: 'taken-over' });
  expect(chat.conversation).toMatchObject({ phase: 'person', flow: null });
  const said = chat.effects.length;
  chat.say('ini orang ya');
  expect(chat.effects.length).toBe(said);
  chat.event({ kind: 'closed', text: 'Pembayaran Anda sudah tercatat.', endsTalk: true });
  expect(chat.effects.at(-1)).toMatchObject({
    kind: 'say',
    message: {
      kind: 'buttons',
      body: expect.stringMatching(/^Pembayaran Anda sudah tercatat\.\n\nApakah Anda puas/),
    },
  });
  chat.press('Cukup');
  expect(chat.effects).toContainEqual(expect.objectContaining({ kind: 'rate', score: 2 }));
  expect(chat.conversation.phase).toBe('menu');
});

test('a request that is closed does not disturb what somebody is in the middle of', () => {
  const chat = new Chat();
  chat.say('saya mau komplain');
  chat.event({ kind: 'closed', text: 'Permohonan P-000001 selesai.', endsTalk: false });
  expect(chat.conversation).toMatchObject({ phase: 'flow', flow: { id: 'complaint' } });
});

test('a request that is decided does not drop whoever waits for a person', () => {
  const chat = new Chat();
  chat.say('petugas');
  chat.event({ kind: 'closed', text: 'Permohonan P-000001 selesai.', endsTalk: false });
  expect(chat.last).toContain('Permohonan P-000001 selesai.');
  expect(chat.conversation.phase).toBe('person');
  const said = chat.effects.length;
  chat.say('saya masih menunggu');
  expect(chat.effects.length).toBe(said);
});

test('what the branch does keeps no proof of identity alive', () => {
  for (const kind of ['handed-back', 'closed'] as const) {
    const chat = new Chat();
    chat.say('cek status', NIK, BORN);
    expect(chat.conversation.level).toBe(1);
    chat.event({ kind: 'taken-over' });
    chat.wait(20).event(kind === 'closed' ? { kind, text: 'Selesai.', endsTalk: true } : { kind });
    chat.wait(11);
    expect(chat.say('tunggakan saya berapa')).toContain('NIK');
    expect(chat.conversation.level).toBe(0);
  }
});

test('opening hours are told as they are set, with the days and the zone', () => {
  const { office } = defaultConversationSettings;
  const open = (change: object) => {
    const settings = { ...defaultConversationSettings, office: { ...office, ...change } };
    return new Chat(owing, allFlows, settings).say('alamat kantor bpjs');
  };
  expect(open({})).toContain('Senin sampai Jumat 08.00-15.00 WITA');
  expect(open({ days: [6, 1, 2, 3, 4, 5], utcOffset: 7 })).toContain('Senin sampai Sabtu 08.00-15.00 WIB');
  expect(open({ days: [1, 3, 5] })).toContain('Senin, Rabu dan Jumat 08.00');
  expect(open({ days: [6, 7], utcOffset: 9 })).toContain('Sabtu dan Minggu 08.00-15.00 WIT.');
  expect(open({ days: [2] })).toContain('Selasa 08.00');
  expect(open({ days: [1, 2, 3, 4, 5, 6, 7] })).toContain('Setiap hari 08.00');
});

test('a running conversation ends on the version it began with; a version that is gone says so', () => {
  const [one] = allFlows.filter(({ id }) => id === 'complaint');
  const old = one as Flow;
  const renewed: Flow = {
    ...old,
    version: 2,
    steps: { ...old.steps, about: { kind: 'tell', say: () => 'versi dua', next: 'end' } },
  };
  const flows = [...allFlows];
  const chat = new Chat(owing, flows);
  chat.say('saya mau komplain');
  flows.push(renewed);
  expect(chat.press('Rumah sakit')).toContain('Ceritakan');
  expect(chat.say('antri lama sekali di sana')).toContain('P-0001');
  expect(chat.say('saya mau komplain')).toContain('versi dua');
  const left = new Chat(owing, flows);
  flows.splice(flows.indexOf(renewed), 1);
  left.say('saya mau komplain');
  flows.splice(flows.indexOf(old), 1);
  expect(left.say('1')).toContain('Layanan ini berubah');
  expect(left.conversation.phase).toBe('menu');
});
