// A certified OpenID provider (the npm package oidc-provider), as a municipality's or Sweden's could be: code flow with PKCE,
// access tokens as JWT for the API, the level of assurance in acr and who it is in the claims of OIDC Sweden.
//   node provider.mjs PACKAGES SETTINGS     SETTINGS: {"port", "keys": JWKS, "people": {subject: claims}, "audience", "skew", "portal"}
// Nobody clicks: who signs in, and at which level, is said by login_hint as subject|level.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const settings = JSON.parse(process.argv[3]);
if (settings.skew) {
  const real = Date.now;
  Date.now = () => real() + settings.skew * 1000; // a provider whose clock is wrong
}
const { Provider, errors } = await import(pathToFileURL(join(process.argv[2], 'oidc-provider', 'lib', 'index.js')));

const api = settings.audience;
const issuer = `http://127.0.0.1:${settings.port}`;
const provider = new Provider(issuer, {
  jwks: settings.keys,
  clients: [{
    client_id: 'portal', redirect_uris: ['https://portal.example/back'], post_logout_redirect_uris: ['https://portal.example/out'],
    response_types: ['code'], grant_types: ['authorization_code'], token_endpoint_auth_method: 'none',
  }, ...(settings.portal ? [{
    client_id: 'example-portal', application_type: 'native', redirect_uris: [`${settings.portal}/back`], // on this machine, without TLS
    response_types: ['code'], grant_types: ['authorization_code'], token_endpoint_auth_method: 'none',
  }] : [])],
  acrValues: ['http://id.elegnamnden.se/loa/1.0/loa1', 'http://id.elegnamnden.se/loa/1.0/loa3'],
  claims: { openid: ['sub'], acr: null },
  findAccount: (_, id) => settings.people[id] && { accountId: id, claims: () => ({ sub: id }) },
  pkce: { required: () => true },
  ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 60, Session: 600 },
  cookies: { keys: ['a-key-of-this-test-alone'] },
  interactions: { url: (_, i) => `/interaction/${i.uid}` },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: true, logoutSource: async (ctx, form) => { ctx.body = form; } },
    resourceIndicators: {
      enabled: true, defaultResource: () => api, useGrantedResource: () => true,
      getResourceServerInfo: (_, resource) => {
        if (resource !== api) throw new errors.InvalidTarget();
        return { scope: 'samplan', audience: api, accessTokenTTL: 300, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
      },
    },
  },
  extraTokenClaims: (ctx, token) => {
    return { ...settings.people[token.accountId], acr: ctx.oidc.entities.AuthorizationCode?.acr };
  },
});

async function interact(req, res) {
  const { prompt, params, session, grantId } = await provider.interactionDetails(req, res);
  if (prompt.name === 'login') {
    const [accountId, level] = params.login_hint.split('|');
    return provider.interactionFinished(req, res, { login: { accountId, acr: `http://id.elegnamnden.se/loa/1.0/${level}` } });
  }
  const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope('openid');
  grant.addResourceScope(api, 'samplan');
  return provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

const rest = provider.callback();
createServer((req, res) => {
  if (!req.url.startsWith('/interaction/')) return rest(req, res);
  return interact(req, res).catch((e) => { res.statusCode = 500; res.end(String(e)); });
}).listen(settings.port, '127.0.0.1', () => console.log('ready'));
