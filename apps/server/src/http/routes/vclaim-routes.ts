import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Decided, Whom } from '../../eligibility/eligibility-desk.ts';
import type { Services } from '../../services.ts';
import { pcareParticipant, vclaimParticipant } from '../../vclaim/participant-view.ts';
import { cardOf, nikOf, paramsOf, spellings } from '../../vclaim/vclaim-address.ts';
import { VclaimRefusal } from '../../vclaim/vclaim-answer.ts';
import { vclaimDoor } from '../../vclaim/vclaim-door.ts';
import { vclaimVisitRoutes } from './vclaim-visit-routes.ts';

/** The hospital door in the shapes of VClaim 2.0 and PCare: a system is pointed here by its base address. */
export function vclaimRoutes(app: FastifyInstance, services: Services): void {
  const { eligibility } = services;
  const participant = async (
    request: FastifyRequest,
    face: 'vclaim' | 'pcare',
    whom: Whom,
    day?: string,
  ): Promise<Decided> => {
    if (day !== undefined && !eligibility.answersFor(day))
      throw new VclaimRefusal('Tanggal SEP tidak sesuai: yyyy-MM-dd, tidak melebihi hari ini');
    const decided = await eligibility.ask(request, face, whom, { day });
    if (!decided) throw new VclaimRefusal('Peserta tidak ditemukan');
    return decided;
  };

  app.register(
    (scoped, _options, done) => {
      const route = vclaimDoor(scoped, services, { codeAsText: true });
      const peserta = ['Peserta', 'peserta'];
      const day = [['tglSEP', 'tglSep', 'tglsep'], [':day']];
      const view = (decided: Decided) => ({
        response: { peserta: vclaimParticipant(decided, eligibility.today()) },
      });
      route(
        'GET',
        spellings(peserta, ['nokartu', 'noKartu', 'NoKartu'], [':number'], ...day),
        async (request) => {
          const params = paramsOf(request);
          return view(
            await participant(request, 'vclaim', { card: cardOf(params.number) }, params.day?.trim()),
          );
        },
      );
      route('GET', spellings(peserta, ['nik', 'NIK'], [':number'], ...day), async (request) => {
        const params = paramsOf(request);
        return view(await participant(request, 'vclaim', { nik: nikOf(params.number) }, params.day?.trim()));
      });
      vclaimVisitRoutes(services, route);
      done();
    },
    { prefix: '/vclaim-rest' },
  );

  app.register(
    (scoped, _options, done) => {
      const route = vclaimDoor(scoped, services, { codeAsText: false });
      const look = async (request: FastifyRequest, whom: Whom) => ({
        response: pcareParticipant(await participant(request, 'pcare', whom)),
      });
      const peserta = ['peserta', 'Peserta'];
      route('GET', spellings(peserta, ['nik'], [':number']), (request) =>
        look(request, { nik: nikOf(paramsOf(request).number) }),
      );
      route(
        'GET',
        [...spellings(peserta, ['noka'], [':number']), ...spellings(peserta, [':number'])],
        (request) => look(request, { card: cardOf(paramsOf(request).number) }),
      );
      done();
    },
    { prefix: '/pcare-rest' },
  );
}
