// The client: every path, parameter and answer is typed by the contract (openapi-typescript), so a program that asks for
// what is not there does not compile.
import { randomUUID } from 'node:crypto';
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api.js';

export type Schemas = components['schemas'];
export type Samplan = Client<paths>;

/** Gives a client that asks in the name of whoever the access token is about. */
export function samplan(baseUrl: string, accessToken: string): Samplan {
  return createClient<paths>({ baseUrl: `${baseUrl}/v1`, headers: { Authorization: `Bearer ${accessToken}` } });
}

/** A key for a command: a retry with the same key is done once, and gets the answer first given. */
export const key = () => ({ 'Idempotency-Key': randomUUID() });

/** Takes the data out of an answer, or throws the problem document (RFC 9457) that came instead. */
export async function data<T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data, error } = await answer;
  if (data === undefined) throw new Refused(error as Partial<Schemas['Problem']>);
  return data;
}

/** Refused carries what people may read of a problem: its title, which says nothing that they may not know. */
export class Refused extends Error {
  readonly status: number;
  constructor(problem: Partial<Schemas['Problem']>) {
    super(problem.title ?? 'Något gick fel.');
    this.status = problem.status ?? 500;
  }
}
