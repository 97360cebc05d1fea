import { simulatorRoutes as routes } from '@jangkau/contracts';
import { endWindow, type SenderRow, simulatedSenders, startOver } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Services } from '../../services.ts';
import { phoneView, troubleCodes } from '../../whatsapp/simulator/phone-view.ts';
import type { SimulatedPhone } from '../../whatsapp/simulator/simulated-phone.ts';
import { ownNumber } from '../../whatsapp/simulator/whatsapp-simulator.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

type Said = z.output<typeof routes.sayOnPhone.body>;

/** Files of a phone that is no phone: as large as a conversation takes, in Base64. */
const mostBytes = 15 * 1024 ** 2;
/** Where the sample place is: the square in the middle of Denpasar. */
const samplePlace = { latitude: -8.6564, longitude: 115.2174, name: 'Lapangan Puputan', address: 'Denpasar' };
/** A number that no register has. */
const unknownNumber = '6281100000000';

/** The phone screen of the demo. It only holds the phone; everything else goes over HTTP as with WhatsApp. */
export function simulatorRoutes(app: FastifyInstance, services: Services): void {
  const { whatsapp, settings, database } = services;
  let senders: Promise<SenderRow[]> | undefined;

  /** The simulator, as long as everybody here is made up. */
  const simulator = () => {
    if (!whatsapp.simulator || settings.demoResidents === 0) throw new ApiProblem('simulator-not-here');
    return whatsapp.simulator;
  };
  const held = (handle: string) => {
    const phone = simulator().byHandle(handle);
    if (!phone) throw new ApiProblem('phone-not-found');
    return phone;
  };
  const view = (phone: SimulatedPhone) =>
    phoneView(phone, simulator().handleOf(phone.number), simulator().templates);

  registerRoute(app, services, routes.getSimulator, async () => {
    simulator();
    senders ??= simulatedSenders(database.system);
    const found = await senders.catch((error) => {
      senders = undefined;
      throw error;
    });
    // The branch may still be loading.
    if (found.length === 0) senders = undefined;
    return {
      line: ownNumber,
      senders: [
        ...found.map(({ phone, ...sender }) => ({ ...sender, number: international(phone) })),
        { situation: 'unknown' as const, number: unknownNumber, name: null, card: null, born: null },
      ],
    };
  });

  registerRoute(app, services, routes.openPhone, async ({ body }) => {
    const number = international(body.number);
    if (number.length < 9 || number.length > 16) throw new ApiProblem('invalid-request');
    return view(simulator().phone(number));
  });

  registerRoute(app, services, routes.getPhone, async ({ params }) => {
    const phone = held(params.phone);
    if (!phone.trouble.offline) void simulator().read(phone);
    return view(phone);
  });

  registerRoute(
    app,
    services,
    routes.sayOnPhone,
    async ({ params, body }) => {
      const phone = held(params.phone);
      await simulator().say(phone.number, contentOf(phone, body));
      return view(phone);
    },
    { bodyLimit: mostBytes },
  );

  registerRoute(app, services, routes.setPhoneTrouble, async ({ params, body }) => {
    const phone = held(params.phone);
    const refuse = body.trouble && { ...troubleCodes[body.trouble] };
    simulator().trouble(phone.number, { offline: body.offline, ...(refuse && { refuse }) });
    return view(phone);
  });

  registerRoute(app, services, routes.letDayPass, async ({ params }) => {
    const phone = held(params.phone);
    phone.lastSaidAt = 0;
    await endWindow(database.system, whatsapp.settings.phoneNumberId, phone.number);
    return view(phone);
  });

  registerRoute(app, services, routes.startPhoneOver, async ({ params }) => {
    const phone = held(params.phone);
    phone.empty();
    await startOver(database.system, whatsapp.settings.phoneNumberId, phone.number);
    return view(phone);
  });

  registerRoute(app, services, routes.getPhoneFile, async ({ params, reply }) => {
    const phone = held(params.phone);
    const file = simulator().fileOf(params.file);
    if (!file || file.number !== phone.number) throw new ApiProblem('file-not-found');
    const shown = ['image/jpeg', 'image/png', 'application/pdf'].includes(file.type);
    return reply
      .header('content-type', shown ? file.type : 'application/octet-stream')
      .header('content-disposition', shown ? 'inline' : 'attachment')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(file.bytes);
  });

  /** What the phone sends, as WhatsApp writes it. */
  function contentOf(phone: SimulatedPhone, said: Said): { type: string } & Record<string, unknown> {
    switch (said.kind) {
      case 'text':
        return { type: 'text', text: { body: said.text } };
      case 'location':
        return { type: 'location', location: samplePlace };
      case 'voice':
        return { type: 'audio', audio: { id: '1', mime_type: 'audio/ogg; codecs=opus', voice: true } };
      case 'file': {
        const bytes = Buffer.from(said.content, 'base64');
        const id = simulator().addMedia(bytes, said.type, phone.number);
        const type = said.type.startsWith('image/') ? 'image' : 'document';
        return {
          type,
          [type]: {
            id,
            mime_type: said.type,
            ...(said.caption && { caption: said.caption }),
            ...(type === 'document' && { filename: said.name }),
          },
        };
      }
      case 'choice':
        return choiceOf(phone, said.message, said.id);
    }
  }

  /** A pressed button or row: only what the message offered can be pressed. */
  function choiceOf(phone: SimulatedPhone, message: string, id: string) {
    const asked = view(phone).messages.find((one) => one.id === message);
    const choice = asked?.choices.find((one) => one.id === id);
    if (!asked || !choice) throw new ApiProblem('invalid-request');
    const type = asked.kind === 'list' ? 'list_reply' : 'button_reply';
    return {
      type: 'interactive',
      context: { from: ownNumber, id: asked.id },
      interactive: {
        type,
        [type]: {
          id: choice.id,
          title: choice.title,
          ...(choice.description && { description: choice.description }),
        },
      },
    };
  }
}

/** Digits with the country code, as WhatsApp has them. */
function international(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.startsWith('62') ? digits : `62${digits.replace(/^0/, '')}`;
}
