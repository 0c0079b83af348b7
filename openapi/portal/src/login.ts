// Signing in: OpenID Connect, code flow with PKCE, at the level of assurance that Samplan asks for.
import * as oidc from 'openid-client';

const level = 'http://id.elegnamnden.se/loa/1.0/loa3';

export interface Settings { issuer: string; clientId: string; audience: string; home: string }

/** What is kept from the way to the provider until the way back. */
export interface Started { verifier: string; state: string; nonce: string }

export class Login {
  private constructor(private readonly config: oidc.Configuration, private readonly settings: Settings) {}

  static async at(settings: Settings): Promise<Login> {
    const url = new URL(settings.issuer);
    const local = url.hostname === '127.0.0.1'; // a provider on this machine, for tries, has no TLS
    const config = await oidc.discovery(url, settings.clientId, undefined, oidc.None(), local ? { execute: [oidc.allowInsecureRequests] } : {});
    return new Login(config, settings);
  }

  /** Begins: where to send the browser, and what to keep for its return. */
  async begin(hint?: string): Promise<[URL, Started]> {
    const started = { verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState(), nonce: oidc.randomNonce() };
    const to = oidc.buildAuthorizationUrl(this.config, {
      redirect_uri: `${this.settings.home}/back`, scope: 'openid', acr_values: level, resource: this.settings.audience,
      code_challenge: await oidc.calculatePKCECodeChallenge(started.verifier), code_challenge_method: 'S256',
      state: started.state, nonce: started.nonce, ...(hint ? { login_hint: hint } : {}),
    });
    return [to, started];
  }

  /** Ends: the code becomes a token that Samplan takes. */
  async end(back: URL, started: Started): Promise<{ accessToken: string; idToken: string }> {
    const tokens = await oidc.authorizationCodeGrant(this.config, back, {
      pkceCodeVerifier: started.verifier, expectedState: started.state, expectedNonce: started.nonce, idTokenExpected: true,
    }, { resource: this.settings.audience });
    return { accessToken: tokens.access_token, idToken: tokens.id_token ?? '' };
  }
}
