// An OpenID provider on loopback: signs in whoever is named in the environment, without asking for a password.
import { Provider } from "oidc-provider";

const { PORT, REDIRECT, SUB, EMAIL, NAME, VERIFIED, LOGOUT, SECRET } = process.env;
const issuer = `http://127.0.0.1:${PORT}`;
const who = { sub: SUB, email: EMAIL, email_verified: VERIFIED !== "no", name: NAME };

const provider = new Provider(issuer, {
  clients: [{
    client_id: "malkedjan", client_secret: SECRET, redirect_uris: [REDIRECT],
    post_logout_redirect_uris: [LOGOUT], grant_types: ["authorization_code"], response_types: ["code"],
  }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true, methods: ["S256"] },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
  cookies: { keys: ["bara-i-provet"] },
  jwks: undefined,
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: async () => ({ accountId: who.sub, claims: async () => who }),
});

// Whoever asks is let in and consents at once.
provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith("/interaction/")) return next();
  const { prompt, params, session, grantId } = await provider.interactionDetails(ctx.req, ctx.res);
  if (prompt.name === "login") {
    return provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: who.sub } });
  }
  const grant = (grantId && await provider.Grant.find(grantId))
    ?? new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(ctx.req, ctx.res, { consent }, { mergeWithLastSubmission: true });
});

provider.listen(Number(PORT), "127.0.0.1", () => console.log("ready"));
