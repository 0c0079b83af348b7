// An e-service portal in small. It holds no data: it asks Samplan in the name of whoever is signed in, and shows the answer.
//   PORT, SAMPLAN (address of the API), ISSUER, CLIENT_ID, AUDIENCE
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Login, type Started } from './login.js';
import * as show from './page.js';
import { data, key, Refused, samplan } from './samplan.js';

const { PORT = '8090', SAMPLAN = '', ISSUER = '', CLIENT_ID = 'portal', AUDIENCE = '' } = process.env;
const home = `http://127.0.0.1:${PORT}`;
const login = await Login.at({ issuer: ISSUER, clientId: CLIENT_ID, audience: AUDIENCE, home });

/** A browser's session: in memory, named by a cookie that scripts cannot read, and gone with the process. */
interface Session { csrf: string; started?: Started; accessToken?: string }
const sessions = new Map<string, Session>();
const name = () => randomBytes(24).toString('base64url');

class To extends Error { constructor(readonly where: string) { super(); } } // elsewhere

function sessionOf(req: IncomingMessage, res: ServerResponse): Session {
  const known = sessions.get(/(?:^|; )portal=([\w-]+)/.exec(req.headers.cookie ?? '')?.[1] ?? '');
  if (known) return known;
  const [id, fresh] = [name(), { csrf: name() }];
  sessions.set(id, fresh);
  res.setHeader('Set-Cookie', `portal=${id}; HttpOnly; SameSite=Lax; Path=/`);
  return fresh;
}

async function form(req: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const piece of req) if ((text += piece).length > 10_000) throw new Refused({ status: 413, title: 'För mycket.' });
  return new URLSearchParams(text);
}

async function answer(req: IncomingMessage, res: ServerResponse): Promise<string> {
  const [url, session] = [new URL(req.url ?? '/', home), sessionOf(req, res)];
  const [, place = '', id = '', act = ''] = url.pathname.split('/');
  if (place === 'login') {
    const [to, started] = await login.begin(url.searchParams.get('hint') ?? undefined);
    session.started = started;
    throw new To(to.href);
  }
  if (place === 'back' && session.started) {
    session.accessToken = (await login.end(url, session.started)).accessToken;
    delete session.started;
    throw new To('/');
  }
  if (place === 'out') delete session.accessToken;
  if (!session.accessToken) return show.welcome();
  const api = samplan(SAMPLAN, session.accessToken);
  if (req.method === 'POST') {
    if ((await form(req)).get('csrf') !== session.csrf) throw new Refused({ status: 403, title: 'Ladda om sidan och försök igen.' });
    const params = { path: { consentId: id }, header: key() };
    if (act === 'withdraw') await data(api.POST('/my/consents/{consentId}/withdrawals', { params, body: { reason: 'Återkallat i e-tjänsten' } }));
    else await data(api.POST('/my/consents/{consentId}/answers', { params, body: { answer: act === 'give' ? 'given' : 'refused' } }));
    throw new To('/consents');
  }
  switch (place) {
    case 'plans': return show.plan(await data(api.GET('/my/plans/{planId}', { params: { path: { planId: id } } })));
    case 'consents': return show.consents((await data(api.GET('/my/consents', { params: { query: { limit: 100 } } }))).consents, session.csrf);
    case 'log': return show.log(await data(api.GET('/my/log-extract', { params: { query: { limit: 100 } } })));
    default: return show.plans((await data(api.GET('/my/plans'))).plans);
  }
}

createServer((req, res) => {
  res.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  answer(req, res).then((html) => res.end(html), (e: unknown) => {
    if (e instanceof To) return res.writeHead(303, { Location: e.where }).end();
    res.statusCode = e instanceof Refused ? e.status : 500; // what the error says otherwise is nobody's business
    return res.end(show.refused(e instanceof Refused ? e.message : 'Försök igen om en stund.'));
  });
}).listen(Number(PORT), '127.0.0.1', () => console.log('ready'));
