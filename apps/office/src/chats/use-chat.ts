import { type Route, routes } from '@jangkau/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '../api/call.ts';
import { newUuid } from '../api/new-uuid.ts';
import { apiQuery } from '../api/query-options.ts';

const EVERY_MS = 3000;

/** A conversation. Every few seconds it is asked whether anything changed; only then it is read again, and audited. */
export function useChat(chat: string) {
  const client = useQueryClient();
  const page = useQuery(apiQuery('getChat', { params: { chat } }));
  const latest = useQuery({
    ...apiQuery('getChatVersion', { params: { chat } }),
    refetchInterval: EVERY_MS,
    enabled: page.isSuccess,
  });
  const shown = page.data?.version;
  const known = latest.data?.version;
  const asked = latest.dataUpdatedAt;
  const read = page.dataUpdatedAt;
  useEffect(() => {
    if (known !== undefined && shown !== undefined && known !== shown && asked > read)
      void client.invalidateQueries({ queryKey: apiQuery('getChat', { params: { chat } }).queryKey });
  }, [client, chat, known, shown, asked, read]);
  return page;
}

/**
 * Something done in a conversation. It keeps its id until it has worked: tried again after a lost answer it is not
 * done twice.
 */
export function useChatAct<B extends object>(route: Route, chat: string, onDone?: () => void) {
  const client = useQueryClient();
  const id = useRef(newUuid());
  return useMutation({
    mutationFn: (body: B) =>
      call(route, {
        params: { chat },
        body: { id: id.current, ...body } as never,
        idempotencyKey: id.current,
      }),
    onSuccess: async () => {
      id.current = newUuid();
      onDone?.();
      await Promise.all(
        ['getChat', 'searchChats', 'getInbox'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}

/** The routes of what can be done, under one roof. */
export const chatActs = {
  assign: routes.assignChat,
  note: routes.noteOnChat,
  reply: routes.replyInChat,
  replyLate: routes.askToWriteAgain,
  handBack: routes.handChatBack,
  finish: routes.finishChat,
} as const;
