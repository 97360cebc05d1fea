import {
  nextSepNumber,
  sepOnRecord,
  type TakenVisit,
  takeVisits,
  type VisitRow,
  visitsAskedFor,
} from '@jangkau/store';
import type { FastifyRequest } from 'fastify';
import type { Services } from '../../services.ts';
import { statusCodes } from '../../vclaim/participant-view.ts';
import { NewSep, SepDeletion, SepDischarge, sepOf } from '../../vclaim/sep-messages.ts';
import { cardOf, paramsOf, spellings } from '../../vclaim/vclaim-address.ts';
import { VclaimRefusal } from '../../vclaim/vclaim-answer.ts';
import type { vclaimDoor } from '../../vclaim/vclaim-door.ts';

/** Longest stretch of time one question may cover, as VClaim has it. */
const mostDays = 92;
const levelOf = { '1': 'RITL', '2': 'RJTL' } as const;
const classNames = ['', 'Kelas 1', 'Kelas 2', 'Kelas 3'];
const whyNot: Record<string, string> = {
  'facility-of-others': 'Kode faskes bukan faskes pemilik X-cons-id',
  'facility-unknown': 'Kode faskes tidak dikenal',
  'level-of-other-facility': 'Jenis pelayanan tidak sesuai dengan faskes',
  'member-unknown': 'Peserta tidak ditemukan',
  'day-in-future': 'Tanggal tidak boleh melebihi hari ini',
  'day-unusable': 'Tanggal tidak sesuai',
  'discharge-impossible': 'Tanggal pulang tidak sesuai',
  'nothing-to-cancel': 'No. SEP tidak ditemukan',
};

/** Visits in the shapes of VClaim: history of a member, visits of a day, and SEPs that come in. */
export function vclaimVisitRoutes(services: Services, route: ReturnType<typeof vclaimDoor>): void {
  const { database, eligibility } = services;
  const look = async (
    request: FastifyRequest,
    from: string,
    to: string,
    more: { card?: string; levels?: string[] },
  ): Promise<VisitRow[]> => {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (!(days >= 0)) throw new VclaimRefusal('Tanggal tidak sesuai: yyyy-MM-dd, mulai sebelum akhir');
    if (days > mostDays) throw new VclaimRefusal(`Rentang tanggal paling lama ${mostDays} hari`);
    const rows = await visitsAskedFor(database.doorPool, {
      credentialId: request.client?.credentialId ?? 0,
      from,
      to,
      ...more,
      requestId: request.id,
      address: request.ip,
    });
    if (rows[0]?.allowed === false)
      throw new VclaimRefusal('Unauthorized; X-cons-id atau X-signature tidak sesuai', 401, 401);
    if (rows.length === 0) throw new VclaimRefusal('Data tidak ditemukan');
    return rows;
  };

  const monitoring = ['monitoring', 'Monitoring'];
  route(
    'GET',
    spellings(
      monitoring,
      ['HistoriPelayanan'],
      ['NoKartu', 'nokartu'],
      [':number'],
      ['tglMulai', 'tglAwal'],
      [':from'],
      ['tglAkhir'],
      [':to'],
    ),
    async (request) => {
      const { number, from, to } = paramsOf(request);
      const rows = await look(request, dayOf(from), dayOf(to), {
        card: cardOf(number),
        levels: ['RJTL', 'RITL'],
      });
      return {
        message: 'Sukses',
        response: {
          histori: rows.map((row) => ({
            diagnosa: null,
            jnsPelayanan: row.level === 'RITL' ? '1' : '2',
            kelasRawat: row.level === 'RITL' ? classNames[row.class] : null,
            namaPeserta: row.name,
            noKartu: row.card,
            noSep: row.reference,
            noRujukan: null,
            poli: '',
            ppkPelayanan: row.facility_name?.toUpperCase() ?? row.facility,
            tglPlgSep: endOf(row),
            tglSep: row.day,
          })),
        },
      };
    },
  );
  route(
    'GET',
    spellings(
      monitoring,
      ['Kunjungan'],
      ['Tanggal', 'tanggal'],
      [':day'],
      ['JnsPelayanan', 'jnsPelayanan'],
      [':kind'],
    ),
    async (request) => {
      const { day, kind } = paramsOf(request);
      const level = levelOf[kind as '1' | '2'];
      if (!level) throw new VclaimRefusal('Jenis pelayanan tidak sesuai: 1 rawat inap, 2 rawat jalan');
      const rows = await look(request, dayOf(day), dayOf(day), { levels: [level] });
      return {
        message: 'Sukses',
        response: {
          sep: rows.map((row) => ({
            diagnosa: null,
            jnsPelayanan: row.level === 'RITL' ? 'R.Inap' : 'R.Jalan',
            kelasRawat: row.level === 'RITL' ? String(row.class) : null,
            nama: row.name,
            noKartu: row.card,
            noSep: row.reference,
            noRujukan: null,
            poli: null,
            tglPlgSep: endOf(row),
            tglSep: row.day,
          })),
        },
      };
    },
  );

  const enter = async (request: FastifyRequest, message: Parameters<typeof takeVisits>[1][number]) => {
    const [taken] = await takeVisits(database.ownerPool, [message], {
      source: 'sep',
      facility: request.client?.facility ?? null,
      today: eligibility.today(),
    });
    const { outcome, reason } = taken as TakenVisit;
    if (outcome === 'refused') throw new VclaimRefusal(whyNot[reason ?? ''] ?? 'SEP tidak dapat dicatat');
  };

  route('POST', ['/SEP/2.0/insert', '/SEP/1.1/insert'], async (request) => {
    const { noKartu, tglSep: day, ppkPelayanan: facility, jnsPelayanan } = sepOf(NewSep, request.body);
    const level = levelOf[jnsPelayanan];
    const card = cardOf(noKartu);
    if (!eligibility.answersFor(day)) throw new VclaimRefusal('Tanggal SEP tidak sesuai');
    const decided = await eligibility.ask(request, 'vclaim', { card }, { day });
    if (!decided) throw new VclaimRefusal('Peserta tidak ditemukan');
    const { decision, member } = decided;
    if (!decision.covered)
      throw new VclaimRefusal(`Status peserta tidak aktif: ${statusCodes[decision.reason].keterangan}`);
    const { number, known } = await nextSepNumber(database.ownerPool, { facility, card, day, level });
    if (!known)
      await enter(request, { reference: number, facility, level, kind: 'sick', card, day, act: 'add' });
    return {
      message: 'Sukses',
      response: {
        sep: {
          noSep: number,
          tglSep: day,
          jnsPelayanan: level === 'RITL' ? 'R.Inap' : 'R.Jalan',
          kelasRawat: level === 'RITL' ? String(decision.roomClass) : '-',
          noRujukan: null,
          diagnosa: null,
          peserta: {
            noKartu: card,
            nama: member.name,
            kelamin: member.sex === 'L' ? 'Laki-Laki' : 'Perempuan',
            tglLahir: member.born,
            hakKelas: `Kelas ${decision.roomClass}`,
          },
        },
      },
    };
  });

  const standing = async (request: FastifyRequest, number: string) => {
    const sep = await sepOnRecord(database.ownerPool, number, request.client?.facility ?? null);
    if (!sep) throw new VclaimRefusal('No. SEP tidak ditemukan');
    return { ...sep, reference: number, kind: 'sick' as const };
  };
  const changed = (number: string) => ({ message: 'Sukses', response: number });
  for (const url of ['/SEP/2.0/updtglplg', '/Sep/updtglplg', '/SEP/2.0/update/tglplg'])
    route('PUT', [url], async (request) => {
      const { noSep, tglPulang } = sepOf(SepDischarge, request.body);
      await enter(request, { ...(await standing(request, noSep)), dischargedOn: tglPulang, act: 'correct' });
      return changed(noSep);
    });
  for (const url of ['/SEP/2.0/delete', '/SEP/Delete'])
    route('DELETE', [url], async (request) => {
      const { noSep } = sepOf(SepDeletion, request.body);
      await enter(request, { ...(await standing(request, noSep)), act: 'cancel' });
      return changed(noSep);
    });
}

/** @throws VclaimRefusal */
function dayOf(text = ''): string {
  const day = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new VclaimRefusal('Tanggal tidak sesuai: yyyy-MM-dd');
  return day;
}

/** An outpatient visit ends on its day. */
function endOf({ level, day, discharged_on: dischargedOn }: VisitRow): string | null {
  return level === 'RITL' ? dischargedOn : day;
}
