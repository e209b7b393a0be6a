// The assertion of a grant, from the variables of kit/newcomer.bru: for the client itself, or for a party's system user.
const { sign } = require('crypto');

module.exports = (variable, scope, party) => {
  const now = Math.floor(Date.now() / 1000);
  const claims = { aud: 'https://test.maskinporten.no/', iss: variable('client_id'), scope, iat: now, exp: now + 120 };
  if (party) {
    const owner = { authority: 'iso6523-actorid-upis', ID: variable(party) };
    claims.authorization_details = [{ type: 'urn:altinn:systemuser', systemuser_org: owner }];
  }
  const encoded = [{ alg: 'RS256', kid: variable('client_kid') }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signed = encoded.join('.');
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), variable('client_pem')).toString('base64url')}`;
};
