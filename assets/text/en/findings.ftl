### What checks found. A line is the summary, `.cause` the most likely reason, `.fix` the next action. Who must act, and the values
### that a line may use, are in `src/journey/message.rs`.

## Any check

needs-check = not asked yet: { $check } comes first

field-missing = { $field } is not filled in
    .fix = Fill in { $field }, then check again.

key-not-given = { $field } is not filled in
    .fix = Have a key made here, or say where the one you have lies.

not-applicable = does not apply here

set-aside = set aside: { $reason }

set-aside-on = set aside on { $day }: { $reason }

skipped-now = left out of this run: { $reason }

rate-limited = could not ask: asked too often
    .cause = Altinn limits how often each of its services may be asked within a minute.
    .fix = Check again after { $until }.

no-answer-dns = could not ask: the name { $host } is not known here
    .cause = This machine has no network, or its name server does not know the host. Networks that use a proxy often answer so.
    .fix = Look at the network connection, and set HTTPS_PROXY if your network has a proxy. Then check again.

no-answer-refused = could not ask: { $host } refuses the connection
    .cause = Something on the way, usually a firewall, turns the connection down.
    .fix = Ask whoever runs your network to let this machine reach { $host }, on port 443 where no other is named.

no-answer-here = could not ask: nothing on this machine answers at { $host }
    .cause = { $host } is an address of this machine itself, and no program listens there. A sandbox that was there has ended, or listens at another address now.
    .fix = Start the sandbox again, and use the addresses it has now: with --kit it writes them anew. Then check again.

no-answer-timeout = could not ask: { $host } does not answer in time
    .cause = Usually a firewall stops the traffic without answering. The service may also be slow just now.
    .fix = Check again. If it keeps happening, ask whoever runs your network to let this machine reach { $host }, on port 443 where no other is named.

no-answer-broken = could not ask: the connection to { $host } broke off
    .cause = Something on the way closed the connection before the answer was complete.
    .fix = Check again. If it keeps happening, ask whoever runs your network what stands between this machine and { $host }.

no-answer-tls = the certificate of { $host } is not trusted by this machine
    .cause = Something on the way, usually your own network's inspection of encrypted traffic, answers in place of the service.
    .fix = Ask whoever runs your network to exempt { $host }, or for its certificate authority: name that file with --ca, or install it on this machine.

no-answer-tls-issuer = the certificate of { $host } comes from { $issuer }, which is not trusted
    .cause = Something on the way, usually your own network's inspection of encrypted traffic, answers in place of the service.
    .fix = Ask whoever runs your network to exempt { $host }, or for the certificate of { $issuer }: name that file with --ca, or install it on this machine.

no-answer-tls-expired = the certificate of { $host } has expired
    .cause = Something on the way answers with an old certificate, or this machine's clock is far ahead. Altinn renews its own in time.
    .fix = Look at this machine's clock first. If it is right, ask whoever runs your network what answers in place of { $host }.

no-answer-tls-early = the certificate of { $host } is not valid yet
    .cause = This machine's clock is behind by days, or something on the way answers with a certificate of its own.
    .fix = Turn on automatic time on this machine, then check again. If it keeps happening, ask whoever runs your network what answers in place of { $host }.

no-answer-tls-name = the certificate that answers for { $host } is for another name
    .cause = The name leads to another machine: a name server, a proxy or an entry in this machine's hosts file sends it there. Or the address of the environment is misspelt.
    .fix = Compare the address with Altinn's own. If it is right, ask whoever runs your network where { $host } leads.

proxy-dns = could not ask: the name of the proxy { $proxy } is not known here
    .cause = The proxy's name is misspelt, or this machine is on another network than the one that has the proxy.
    .fix = Correct { $variable }, or remove it where this network needs no proxy. Then start the program again.

proxy-refused = could not ask: the proxy { $proxy } refuses the connection
    .cause = No proxy runs there, or its port is another one.
    .fix = Correct the port in { $variable }, or start the proxy. If it is not yours, ask whoever runs your network.

proxy-timeout = could not ask: the proxy { $proxy } does not answer in time
    .cause = The proxy is down or overloaded, or this machine is on another network than the one that has the proxy.
    .fix = Check again. If it keeps happening, ask whoever runs your network whether the proxy { $proxy } works.

proxy-broken = could not ask: the proxy { $proxy } breaks the connection off
    .cause = What answers there is no proxy of the kind that { $variable } names, or it failed.
    .fix = Ask whoever runs your network what { $variable } should be. Correct it, then start the program again.

proxy-certificate = the certificate of the proxy { $proxy } itself is not trusted by this machine
    .cause = The proxy shows a certificate of an authority that this machine does not know.
    .fix = Ask whoever runs your network for the proxy's certificate authority, and install it on this machine. Or use the proxy's http:// address.

proxy-certificate-issuer = the certificate of the proxy { $proxy } itself comes from { $issuer }, which is not trusted
    .cause = The proxy shows a certificate of an authority that this machine does not know.
    .fix = Ask whoever runs your network for the authority { $issuer }, and install it on this machine. Or use the proxy's http:// address.

proxy-log-in = the proxy { $proxy } asks for a name and a password
    .cause = The proxy lets nobody through without them. Altinn has not been asked anything.
    .fix = Put both into { $variable }, as http://NAME:PASSWORD@{ $proxy }, with every special character percent-encoded (a # is %23). Then start the program again.

proxy-log-in-refused = the proxy { $proxy } does not accept the name and password
    .cause = They are misspelt or have expired, or a special character in them is not percent-encoded. Altinn has not been asked anything.
    .fix = Correct the name and password in { $variable }, then start the program again.

proxy-log-in-other = the proxy { $proxy } asks for a login that this program does not speak: { $offered }
    .cause = The program can log in with a name and a password (Basic) only. Altinn has not been asked anything.
    .fix = Ask whoever runs your network for a way without login. Or run a small proxy here that logs in for you (Px and Cntlm do), and name it in { $variable }.

proxy-denies = the proxy { $proxy } does not let this machine through to { $host } ({ $status })
    .cause = The proxy has a list of what may be reached, and { $host } is not on it. Altinn has not been asked anything.
    .fix = Ask whoever runs your network to allow { $host } on port 443 at the proxy { $proxy }.

proxy-denies-untold = the proxy { $proxy } does not let this machine through to { $host }
    .cause = The proxy has a list of what may be reached, and { $host } is not on it. Altinn has not been asked anything.
    .fix = Ask whoever runs your network to allow { $host } on port 443 at the proxy { $proxy }.

proxy-no-way = could not ask: the proxy { $proxy } does not get through to { $host } ({ $status })
    .cause = The proxy answers, but has no connection onwards, or does not know the name { $host }.
    .fix = Check again in some minutes. If it keeps happening, ask whoever runs your network why the proxy { $proxy } does not reach { $host }.

proxy-variable-character = { $variable } cannot be read: { $character } in its name or password must be written { $encoded }
    .cause = The character has a meaning of its own in an address, so where the password ends is not clear. Nothing was sent, with or without the proxy.
    .fix = Write { $encoded } in place of { $character } in { $variable }, then start the program again.

proxy-variable-scheme = { $variable } cannot be used: a proxy whose address begins with { $scheme }:// is not known
    .cause = The address of a proxy begins with http://, https://, socks5:// or socks5h://. Nothing was sent, with or without the proxy.
    .fix = Correct { $variable }, then start the program again.

proxy-variable-shape = { $variable } cannot be read: it is not the address of a proxy
    .cause = The address looks like http://proxy.example.no:3128. Nothing was sent, with or without the proxy.
    .fix = Correct { $variable }, or remove it where this network needs no proxy. Then start the program again.

certificates-missing = there is no file { $path }, which { $named_by } names
    .cause = { $named_by } names a file with certificates to trust. Nothing was sent.
    .fix = Put the file there, or correct { $named_by }.

certificates-unreadable = { $path }, which { $named_by } names, cannot be read: { $reason }
    .cause = { $named_by } names a file with certificates to trust. Nothing was sent.
    .fix = Let your own user read the file, or correct { $named_by }.

certificates-none = { $path }, which { $named_by } names, holds no certificate
    .cause = A file of certificates is text with a line BEGIN CERTIFICATE (PEM), or one certificate in DER. Nothing was sent.
    .fix = Ask whoever runs your network for the certificate of its authority as a PEM file, and name that in { $named_by }.

foreign-html = a web page answers in place of { $host }
    .cause = A proxy's login or warning page stands in the way.
    .fix = Open { $host } in a browser on this machine to see who answers, and ask whoever runs your network to let the program through.

foreign-log-in = a proxy that no setting names answers in place of { $host }, and asks for a login
    .cause = Your network leads what goes to { $host } through a proxy of its own. Altinn has not been asked anything.
    .fix = Ask whoever runs your network for the proxy's address, and set HTTPS_PROXY to it. Or ask to let this machine through to { $host } without a login.

foreign-redirect = { $host } sends the program elsewhere, to { $target }
    .cause = No service of Altinn does that: a proxy on the way does. The program does not follow, and sends nothing there.
    .fix = Ask whoever runs your network to let this machine reach { $host } directly.

foreign-too-large = could not ask: the answer of { $host } is far too large
    .cause = No answer of the service is that large: something else answers in its place.
    .fix = Look at the addresses of the environment, then check again.

foreign-unreadable = could not ask: the answer of { $host } cannot be read
    .cause = The answer ends too early, or is not in the service's own form. Something on the way may have changed it.
    .fix = Check again. If it keeps happening, ask whoever runs your network what stands between this machine and { $host }.

not-our-host = could not ask: { $host } is not part of this environment
    .cause = Tokens and keys are sent to the hosts of their own environment only.
    .fix = Look at the addresses of the environment, then check again.

local = could not ask: this machine says { $reason }
    .cause = A file could not be read or written, or the key did not sign.
    .fix = Look at the disk and the key's file, then check again.

service-trouble = could not ask: the service has a problem of its own ({ $status })
    .cause = The service answers that it failed. Nothing on your side is wrong.
    .fix = Check again in some minutes. If it keeps happening, send Altinn's service desk what is said here, with the trace id if one is shown.

refused = the service refuses with { $status }, which is not expected here
    .cause = The service's own words are shown with this finding.
    .fix = Check again. If it keeps happening, send Altinn's service desk those words, with the trace id if one is shown.

check-broke = could not ask: the program itself failed here
    .cause = A mistake in this program. The other checks are not affected by it.
    .fix = Check again, and report it if it happens twice.

## Run by a vendor

vendor-key = your vendor has the scopes, and an API key where one is needed

vendor-client = your vendor has its own Maskinporten client

vendor-system = { $name } registers its system, with this resource in it

vendor-approval-untold = you have not said yet that your vendor's system access is approved
    .cause = Your vendor asks for a system user, and sends you a link. Altinn calls it a system access. Your own organisation approves it, and this program cannot see whether it has.
    .fix = Have a person with the role Access manager open the link and approve. It is done when Altinn lists the system access under «Access management», «System accesses». Then write that day as { $field }.

vendor-approved = the system access was approved on { $day }, as you say

vendor-transfer-untold = you have not said yet that a test transfer was seen
    .cause = Only a real transfer proves that your vendor's system works for you, and this program cannot see those of your vendor.
    .fix = Agree with your vendor on a small test file. It went through when the receiving side has it, or the vendor shows you that it was confirmed. Then write that day as { $field }.

vendor-transfer-seen = a test transfer was seen on { $day }, as you say

vendor-integrate = your vendor sends and receives the files
    .fix = Ask your vendor for the id of a test transfer. The other side of that transfer sees it too.

vendor-events = your vendor subscribes to the events

## A secret that cannot be fetched

secret-file-missing = there is no file { $path }
    .cause = A path after file: begins in the folder of the file that names it.
    .fix = Put the file there, or correct the path.

secret-file-unreadable = { $path } cannot be read: { $reason }
    .fix = Let your own user read the file, and nobody else.

secret-file-not-regular =
    { $kind ->
        [folder] { $path } is a folder, not a file
        [terminal] { $path } is a terminal, not a file
        [socket] { $path } is a socket, not a file
       *[device] { $path } is a device, not a file
    }
    .fix = Name the file that holds the secret.

secret-file-leads-nowhere = { $path } is a link to { $target }, where there is nothing
    .fix = Put the file there, or correct the link.

secret-file-took-too-long = { $path } is a pipe, and its other end did not finish within 30 seconds
    .fix = Name a file, or let a command write into the pipe at once.

secret-variable-unset = the environment variable { $variable } is not set
    .fix = Set { $variable } in the terminal that starts the program, then start it again.

secret-command-missing = the program { $program } is not found
    .fix = Correct the name after cmd:, or install the program.

secret-command-failed = the program { $program } failed
    .fix = Run it in a terminal to see why. Its output is not shown here, since it could hold a part of the secret.

secret-command-failed-with = the program { $program } failed with exit code { $status }
    .fix = Run it in a terminal to see why. Its output is not shown here, since it could hold a part of the secret.

secret-command-timed-out = the program { $program } did not end within 10 seconds
    .cause = A program that asks for a password waits for ever here, since nobody can type one.
    .fix = Unlock it first in a terminal, then check again.

secret-too-large = what the reference leads to is too large for a secret: it has more than 1 MiB
    .fix = Correct the reference: a key is some kilobytes, and a key store with every certificate of a system some hundred.

secret-empty = what the reference leads to is empty
    .fix = Put the secret there, or correct the reference.

secret-not-text = what is there is not text
    .fix = Point to a file, a variable or a command that holds the secret alone, as text.

## key.reach

reach-all =
    { $hosts ->
        [one] { $hosts } host answers
       *[other] { $hosts } hosts answer
    }

reach-others-silent = Altinn and Maskinporten answer; a host that only people use does not
    .cause = Browsers on other machines may reach it. The program itself does not need it.
    .fix = Go on. If approval pages do not open, ask whoever runs your network.

row-answers = answers with { $status }

row-trusts-system = this machine's own certificate authorities are trusted

row-trusts-named = holds the certificate authorities that are trusted, as { $named_by } says

row-way-direct = called directly, without a proxy

row-way-excepted = called directly, since { $variable } excepts it from the proxy

row-way-proxy = called through the proxy { $proxy }, as { $variable } says

row-way-system-proxy = called through the proxy { $proxy }, as the system's settings say

row-certificate-issuer = signed its certificate

## key.clock

clock-agrees = this machine's clock is right

clock-no-date = could not tell: no answer carries a time
    .cause = Something on the way removes the time from the answers.
    .fix = Compare this machine's clock with a trusted one. Maskinporten accepts 10 seconds of difference at most.

clock-behind =
    { $seconds ->
        [one] this machine's clock is { $seconds } second behind
       *[other] this machine's clock is { $seconds } seconds behind
    }
    .cause = Maskinporten refuses requests whose time is more than 10 seconds off, so this only just works.
    .fix = Turn on automatic time on this machine. It takes effect at once.

clock-ahead =
    { $seconds ->
        [one] this machine's clock is { $seconds } second ahead
       *[other] this machine's clock is { $seconds } seconds ahead
    }
    .cause = Maskinporten refuses requests whose time is more than 10 seconds off, so this only just works.
    .fix = Turn on automatic time on this machine. It takes effect at once.

clock-far-behind =
    { $seconds ->
        [one] this machine's clock is { $seconds } second behind
       *[other] this machine's clock is { $seconds } seconds behind
    }
    .cause = Maskinporten refuses every request whose time is more than 10 seconds off.
    .fix = Turn on automatic time on this machine. It takes effect at once.

clock-far-ahead =
    { $seconds ->
        [one] this machine's clock is { $seconds } second ahead
       *[other] this machine's clock is { $seconds } seconds ahead
    }
    .cause = Maskinporten refuses every request whose time is more than 10 seconds off.
    .fix = Turn on automatic time on this machine. It takes effect at once.

clock-service-off =
    { $seconds ->
        [one] the clock of { $host } is { $seconds } second off
       *[other] the clock of { $host } is { $seconds } seconds off
    }
    .cause = This machine's clock agrees with the other services. A service whose own clock is off refuses requests that are right.
    .fix = Check again in some minutes. Nothing on your side is wrong. If it keeps happening, send Altinn's service desk what is said here.

row-clock-agrees = agrees

row-clock-behind =
    { $seconds ->
        [one] says that this machine is { $seconds } second behind
       *[other] says that this machine is { $seconds } seconds behind
    }

row-clock-ahead =
    { $seconds ->
        [one] says that this machine is { $seconds } second ahead
       *[other] says that this machine is { $seconds } seconds ahead
    }

## key.gateway

gateway-open = Altinn's gateway asks for no API key

gateway-open-key-sent = no API key is needed; yours is sent along, but not proven

gateway-key-accepted = Altinn's gateway accepts your API key

gateway-key-missing = Altinn's gateway asks for an API key, but you have none
    .cause = In this environment every request must carry one, as the guides of 2024 say.
    .fix = Write where the key is as { $field }. If you have none, ask Altinn's service desk for one. That takes some working days. The sandbox has its own ready.

gateway-key-wrong = Altinn's gateway does not accept your API key
    .cause = The key belongs to another environment, was mistyped, or is no longer active. Test and production have different keys.
    .fix = Compare the key with the one you were given for this environment, and correct it where the reference leads.

gateway-key-lost = your API key is sent, but does not arrive
    .cause = Something on the way removes the header that carries it.
    .fix = Ask whoever runs your network to let the header Ocp-Apim-Subscription-Key through.

gateway-no-route = { $host } does not know the Broker API
    .cause = The base address of the platform is not Altinn's.
    .fix = Correct the environment, or its platform address.

row-gateway-open-today = asks for no API key today; the sandbox lets you practise with one

## key.scopes

scopes-granted = Altinn has granted your organisation its scopes

scopes-not-granted = Altinn has not granted your organisation { $scopes }
    .cause = Altinn's service desk grants scopes to each organisation by hand, and separately for test and production.
    .fix = Write to servicedesk@altinn.no with your organisation number, the scopes and the environment, and note the day here. An answer takes some working days.

scopes-asked = Altinn's service desk has been asked for { $scopes }
    .cause = Your e-mail of { $asked } asks for it. An answer takes some working days.
    .fix = Wait for the answer. Add the scopes to the client in the self-service portal if they are not on it yet.

scopes-to-add = { $scopes } has been asked for, but is not on the client yet
    .cause = Your e-mail of { $asked } asks for it. Only the service desk and the portal can tell whether it is granted.
    .fix = When the service desk has answered, or the portal offers the scope, add it to the client: open the client in the self-service portal, Scopes, Add. It takes effect within minutes.

scopes-wanted-not-granted = granted, except { $scopes }
    .cause = Your role works without it, but a part of the setup does not.
    .fix = Ask servicedesk@altinn.no for it if you need it.

row-scope-is-granted = granted

row-scope-not-granted = not granted to the organisation

row-scope-not-told = not told

## client.key

key-good = the key can sign: RSA { $bits } ({ $form }), { $kid }, until { $expires }

key-good-expiry-unknown = the key can sign: RSA { $bits } ({ $form }), { $kid }, expiry unknown

key-expired = the key expired on { $expired }
    .cause = Maskinporten accepts a key for one year from the day it was added to the client.
    .fix = Make a new key, add its public half to the client in the self-service portal, and fill in the new kid and day.

key-expires-this-month =
    { $days ->
        [one] the key expires in { $days } day, on { $expires }
       *[other] the key expires in { $days } days, on { $expires }
    }
    .cause = Maskinporten accepts a key for one year, and less than a month is left. Whoever signs with it after that day is refused.
    .fix = Make the next key this week and add its public half beside the old one. Then give your integration a new key of its own, too.

key-expires-this-week =
    { $days ->
        [one] the key expires in { $days } day, on { $expires }
       *[other] the key expires in { $days } days, on { $expires }
    }
    .cause = Maskinporten accepts a key for one year, and that year is nearly over. From that day on the key gets no token, and nothing is sent or fetched with it.
    .fix = Make the next key today and add its public half beside the old one. A new key may need ten minutes before Maskinporten knows it.

key-expires-soon =
    { $days ->
        [one] the key expires in { $days } day, on { $expires }
       *[other] the key expires in { $days } days, on { $expires }
    }
    .cause = Maskinporten accepts a key for one year from the day it was added to the client.
    .fix = Make the next key now and add its public half beside the old one in the self-service portal. A client holds up to five.

key-posted-later = the key can sign, but the day it was added lies ahead: { $posted }
    .cause = A key lives one year from the day it was added to the client, and that day cannot be in the future.
    .fix = Correct the day: it stands beside the key in the self-service portal.

key-for-test = this key was made for test, but the environment is production
    .cause = Keys of test and of production are kept apart, so nothing was signed with it.
    .fix = Point to the production client's own key. If there is none yet, clear the answer, and make one here.

key-for-production = this key was made for production, but the environment is for test
    .cause = Keys of test and of production are kept apart, so nothing was signed with it.
    .fix = Point to the test client's own key. If there is none yet, clear the answer, and make one here.

key-file-open = other users of this machine can read { $path }
    .cause = Whoever reads the private key can act as your organisation.
    .fix = Let only your own user read the file: chmod 600 on Linux and macOS.

key-kid-differs = the kid is { $answered }, but the key's own file says { $inside }
    .cause = The one filled in is sent. Maskinporten refuses it if the client has no key with that kid.
    .fix = Compare both with the client in the self-service portal, and correct the answer.

key-large = the key can sign, but has more bits than is known to work: { $bits }
    .cause = Maskinporten's documents speak of RSA keys of 2048 bits. Larger ones usually work, but nobody promises it.
    .fix = Make a key of 2048 bits if Maskinporten refuses this one.

key-unknown-format = the private key is in no known format
    .cause = The program reads PEM and DER (PKCS#1, PKCS#8), PKCS#12, JWK and JWKS with their private members, and JSON files that hold such a key. Any of these may be in base64. An encrypted key needs its password.
    .fix = Point to the private key in one of these forms.

key-public-only = this is the public key; the private one signs
    .fix = Point to the private half, which was made together with it.

key-encrypted = the private key is protected with a password
    .cause = Nothing says where the password is: { $field } is not filled in.
    .fix = Fill in { $field } with file:, env: or cmd:, or type the password where it is asked for. It is never kept.

key-not-rsa = the private key is not an RSA key for RS256: { $algorithm }
    .cause = Maskinporten accepts RSA keys only.
    .fix = Make an RSA key of 2048 bits and add its public half to the client: { $command }

key-too-short = the private key has only { $bits } bits
    .cause = Maskinporten accepts RSA keys of 2048 bits.
    .fix = Make an RSA key of 2048 bits and add its public half to the client.

key-is-certificate = this is a certificate, not a private key
    .fix = Point to the private key that belongs to the client in the self-service portal. If the client signs with an enterprise certificate, say so where it is asked how the client signs.

key-password-wrong = the private key does not open with this password
    .cause = What { $field } leads to is another password, or has something beside it.
    .fix = Compare the password with the one that was chosen when the key was saved.

key-other-encryption = the private key is encrypted in a way that is not read: { $scheme }
    .cause = It is an old way, or a rare one.
    .fix = Write it anew, with your file for OLD and a new one for NEW, and point to the new one: { $command }

key-other-format = the private key is in a form that is not read: { $format }
    .fix = Convert it, with your file for OLD and a new one for NEW, and point to the new one: { $command }

key-truncated = the private key breaks off before its end
    .cause = A part was lost when it was copied or saved.
    .fix = Copy the whole of it again, with its first and last line.

key-damaged = the private key is damaged: it cannot sign
    .cause = Its numbers do not belong together.
    .fix = Copy it again from where it was made.

key-not-in-json = there is no private key in this JSON file
    .cause = A key is a JWK, or text under a name such as EncodedJwk, jwk or private_key. Settings often have it elsewhere: in a vault, in secrets of their own.
    .fix = Point to the file, variable or command that holds the key itself.

key-several = several keys are in this set: { $kids }
    .fix = Fill in the kid that the client has in the self-service portal.

key-for-encryption = the key can sign, but its JWK says that it is for encryption
    .cause = It says use: enc. Maskinporten may refuse the key if it was added so.
    .fix = Compare it with the client's keys in the self-service portal.

key-other-algorithm = the key can sign, but its JWK says that it is for { $algorithm }
    .cause = Maskinporten accepts RS256, and that is how it signs here.
    .fix = Compare it with the client's keys in the self-service portal.

key-one-of-several = the file holds { $keys } keys, and each is shown to Maskinporten
    .cause = Nothing in the file says which one belongs to the client. The check client.token says which one fits.
    .fix = Keep the client's key in a file of its own.

row-key-form = found as { $form }

## client.key, of an enterprise certificate

certificate-good = the certificate can sign for { $organisation } until { $ends } ({ $form }, from { $issuer })

certificate-ends-soon =
    { $days ->
        [one] the certificate expires in { $days } day, on { $ends }
       *[other] the certificate expires in { $days } days, on { $ends }
    }
    .cause = An enterprise certificate ends on the day stated in it, and its issuer needs days or weeks for a new one.
    .fix = Order the next one now from whoever issued this one, and point to it when it has come.

certificate-ended = the certificate ended on { $ended }
    .cause = Maskinporten accepts a certificate until the day stated in it.
    .fix = Point to the new certificate, or order one from whoever issued this one.

certificate-begins = the certificate is valid from { $begins } only
    .cause = Maskinporten accepts a certificate from the day stated in it.
    .fix = Point to the certificate that is valid today. If this one should be, compare the clock of this machine.

certificate-of-test = the certificate is for test, but the environment is production: { $issuer }
    .cause = Each issuer has certificates for tests and others for production, and Maskinporten accepts them in their own environment only.
    .fix = Point to the organisation's production certificate.

certificate-of-production = the certificate is for production, but the environment is for test: { $issuer }
    .cause = Each issuer has certificates for tests and others for production, and Maskinporten accepts them in their own environment only.
    .fix = Point to a test certificate of the organisation. Buypass and Commfides sell them.

certificate-of-other = the certificate is for { $organisation }, but the client belongs to { $owner }
    .cause = Maskinporten accepts the certificate of the organisation that owns the client.
    .fix = Point to the certificate of { $owner }, or correct the owner of the client.

certificate-unknown-issuer = the certificate can sign, but its issuer is not one that Maskinporten is known to accept: { $issuer }
    .cause = Enterprise certificates come from Buypass and Commfides.
    .fix = Point to the enterprise certificate if Maskinporten refuses this one.

certificate-no-organisation = the certificate can sign, but has no organisation number in it
    .cause = An enterprise certificate has the number in its organization identifier, older ones in their serial number.
    .fix = Point to the enterprise certificate if Maskinporten refuses this one.

certificate-alone = the certificate can sign, but comes without its issuer's certificate
    .cause = Maskinporten's documents ask for the certificate and those of its issuers. Most clients send it alone, but nobody promises that it works.
    .fix = Put the issuers' certificates into the same file if Maskinporten refuses this one.

certificate-not-used = there is a certificate, but nothing says that the client signs with it
    .cause = { $field } says how the client signs. Without an answer it is a key of the client's own.
    .fix = Choose certificate as { $field }, or say where the private key is.

certificate-missing = there is a private key here, but no certificate
    .fix = Point to the enterprise certificate. If the client has a key of its own, say so where it is asked how the client signs.

certificate-key-missing = the certificate's private key is not in the same file
    .fix = Fill in { $field }, which says where the key is, or point to the PKCS#12 file (.p12, .pfx) that holds both.

certificate-of-other-key = the certificate is for another private key
    .cause = A certificate goes with the one key that it was issued for.
    .fix = Point to the key and the certificate that were delivered together. An issuer delivers several: take the one for authentication.

row-certificate = from { $issuer }, until { $ends }, found as { $form }

## client.token

client-known = Maskinporten knows the client and its key

row-key-fits = it takes key { $place } of the { $keys } keys in the file

row-client-id-elsewhere = your profile { $profile } has the same client id for another environment, and each has clients of its own

row-client-id-unusual = client ids are UUIDs today, and yours is not: some older ones are not either, but check that it is complete

row-no-key-fits = it takes none of the { $keys } keys in the file

client-known-key-not-proven = Maskinporten knows the client; nothing has proven the key yet
    .cause = Maskinporten looks at the scopes first, and refused each of them.
    .fix = Get one scope to work first: the other findings say how.

client-not-known-yet = Maskinporten does not know the client or its key yet
    .cause = broker-setup changed the client a moment ago. Changes reach all of Maskinporten within 10 minutes.
    .fix = Wait, and check again. If it is still so after { $until }, look at the client in the self-service portal.

## client.scopes

scopes-all = every scope is on the client

scopes-missing =
    { $all ->
        [one] { $granted } of { $all } scope: { $scopes } is not on the client
       *[other] { $granted } of { $all } scopes: { $scopes } is not on the client
    }
    .cause = Nobody has added it to this client, or Altinn has not granted it to your organisation yet.
    .fix = In the self-service portal, open the client, choose Scopes, then Add. If you added it a moment ago, check again in ten minutes. If it is not offered there, Altinn has not granted it yet: ask servicedesk@altinn.no for it.

scopes-missing-yet = { $scopes } is not on the client yet
    .cause = broker-setup changed the client a moment ago. Changes reach all of Maskinporten within 10 minutes.
    .fix = Wait, and check again. If it is still so after { $until }, add it under Scopes in the self-service portal.

scopes-old = { $scope } is on the client, but nothing needs it
    .cause = Older guides told everybody to ask for it. Broker needs no such scope, and nothing takes its place: whoever sends or receives needs only the scopes of that role. Programs that ask for authorization decisions themselves use altinn:authorization/authorize today.
    .fix = In the self-service portal, open the client, Scopes, and take { $scope } off. It does no harm while it is there.

scopes-old-granted = { $scope } is granted to the organisation, or asked for, but nothing needs it
    .cause = Older guides told everybody to ask for it. Broker needs no such scope, and nothing takes its place. Programs that ask for authorization decisions themselves use altinn:authorization/authorize today.
    .fix = Add it to no client, and do not ask for it again. It does no harm while it is there.

row-scope-old = from older guides; nothing needs it

scopes-wrong-type = this client may not ask for { $scopes }
    .cause = The client is of another kind than Maskinporten, such as ID-porten.
    .fix = Make a client of the kind Maskinporten in the self-service portal, and fill in its id.

scopes-not-delegated = the customer has not delegated { $scopes } to you
    .cause = Your client asks for somebody else, who must give your organisation this access in Altinn first.
    .fix = Ask the customer to delegate the API to your organisation in Altinn.

scopes-wanted-missing = every scope you must have is there; { $scopes } is not
    .cause = Your role works without it. A part of the setup, such as registering a system or subscribing to events, may not.
    .fix = Add it under Scopes in the self-service portal if you need it.

row-scope-granted =
    { $expires_in ->
        [one] granted, for { $expires_in } second at a time
       *[other] granted, for { $expires_in } seconds at a time
    }

row-scope-missing = not on the client

row-scope-wrong-type = not for a client of this kind

row-scope-not-delegated = not delegated by the customer

## client.exchange

exchanged = Altinn accepts the token

## client.identity

identity = the token speaks for { $owner }

identity-service-owner = the token speaks for { $owner }, service owner { $code }

identity-other = the client belongs to { $consumer }, but you filled in { $owner }
    .cause = The client was made by another organisation, often a vendor, or an organisation number is mistyped.
    .fix = If { $consumer } is right, fill it in as the owner of the client. If not, make a client for { $owner }.

identity-no-consumer = the token names no organisation
    .cause = Maskinporten always names one: something else issued this token.
    .fix = Check that the environment's Maskinporten is the right one.

identity-no-org-code = the token speaks for { $owner }, without a service owner's code
    .cause = Altinn's list of service owners does not have this organisation. Broker works all the same. Rules that name your code, access lists and the owner's subscriptions do not.
    .fix = Ask servicedesk@altinn.no to add your organisation to the list of service owners.

## access.resource

resource-good = the resource exists and is for Broker

resource-good-with-list = the resource exists, and an access list decides who takes part

resource-missing = there is no resource { $resource } in this environment
    .cause = The id is mistyped, or the service owner published it in the other environment.
    .fix = Ask the service owner for the resource id in this environment.

resource-not-published = { $resource } is not published in this environment
    .cause = Test and production each have their own Resource Registry.
    .fix = Publish it from here: the program asks for its words. Or publish it to this environment in Altinn Studio. It is there at once.

resource-not-yours = { $resource } belongs to { $owner }, not to you
    .cause = The id is another organisation's, or the organisation number is mistyped.
    .fix = Fill in the id of a resource that your organisation owns.

resource-wrong-type = { $resource } is a { $kind }, not a broker service
    .cause = The id is of another service.
    .fix =
        { $role ->
            [service-owner] Fill in the id of your broker service. If this is meant to be it, publish it again in Altinn Studio as a broker service.
           *[other] Ask the service owner for the id of its broker service.
        }

resource-generic = { $resource } is of a general kind, which works with Broker
    .cause = Altinn has a kind of its own for Broker (BrokerService). This one (GenericAccessResource) works today, but is not the recommended one.
    .fix =
        { $role ->
            [service-owner] Choose the kind broker service the next time you publish it.
           *[other] Nothing. The service owner can choose the kind broker service the next time it publishes the resource.
        }

resource-not-delegable = { $resource } cannot be given to a system user
    .cause = The service owner published it as not delegable, so every approval fails.
    .fix = Ask the service owner to publish it again as delegable.

resource-not-delegable-owner = { $resource } cannot be given to a system user
    .cause = It was published as not delegable, so every approval by a sender or recipient fails.
    .fix = Publish it again from here: it is delegable then. Was it made in Altinn Studio? Then turn on «Delegerbar ressurs» there, and publish it.

resource-ending = { $resource } exists, and is marked { $status }
    .cause =
        { $role ->
            [service-owner] You have marked it as about to be taken out of use.
           *[other] The service owner is about to take it out of use.
        }
    .fix =
        { $role ->
            [service-owner] Fill in the id of the resource that replaces it.
           *[other] Ask the service owner which resource replaces it.
        }

row-title = its title is { $names }

row-owner = owns it: { $names }, { $owner }

row-owner-unnumbered = owns it: { $names }

row-contact = is where to ask
row-would-own = would own it: { $names }

row-access-list =
    { $role ->
        [service-owner] must be on its access list, which is yours to change
       *[other] must be on its access list: the service owner adds it
    }

## access.policy

policy-good = the policy has a rule for what you do
    .cause = The lines of this finding say for whom. Whether your approver has one of these roles shows when the system user is approved.

policy-lacks = the policy of { $resource } lets nobody { $actions }
    .cause = Whoever made the policy left the action out.
    .fix = Ask the service owner to give the right to { $actions } in the policy, and to publish it again. It takes effect within 10 minutes.

policy-lacks-owner = the policy of { $resource } lets nobody { $actions }
    .cause = The policy has no rule for it.
    .fix = Publish the policy from here. Was it made in Altinn Studio? Then give the right to { $actions } under «Tilgangsregler» there, and publish it. It takes effect within 10 minutes.

policy-placeholder = the policy of { $resource } still says [org]
    .cause = Altinn Studio should have put the service owner's code there when the resource was published.
    .fix = Ask the service owner to publish the resource again.

policy-placeholder-owner = the policy of { $resource } still says [org]
    .cause = Altinn Studio should have put your code there when the resource was published. As it is, the rule matches nobody.
    .fix = Publish the policy from here. Was it made in Altinn Studio? Then write your own code in the rule there, and publish it. It takes effect within 10 minutes.

row-may-send = { $who } may send, or let a system send

row-may-receive = { $who } may receive, or let a system receive

row-may-subscribe = { $who } may subscribe to events, or let a system do so

row-may-nobody = nobody may

policy-good-any = any organisation whose approver agrees may use { $resource }

policy-good-listed = only organisations on your access list may use { $resource }

policy-split = nobody can approve: no role and no access package has every action of { $resource }
    .cause = Whoever approves a system user must hold read, write and subscribe together. Here they are split between several.
    .fix = Publish the policy again from here, which gives them together. Or put them into one rule in Altinn Studio. It takes effect within 10 minutes.

policy-lacks-own-rule = the policy of { $resource } does not let your own organisation act
    .cause = You have said that your organisation sends, receives or subscribes itself. Nobody has that right automatically, not even the owner.
    .fix = Publish the policy again from here, which adds the rule. Or say that only others act.

policy-numbers-others = the policy names other organisations than you: { $others }
    .cause = Whoever has a rule of its own may act for any party, not only for itself.
    .fix = If that is not intended, take those rules out, and let those organisations approve a system user instead. It takes effect within 10 minutes.

policy-nobody-approves = nobody can approve a system user for { $resource }
    .cause = The policy has rules for organisations only. A system user is approved by people, who hold a role or an access package.
    .fix = Publish the policy again from here, which lets people approve, if others than those named are to use it.

row-may-approve = may approve, and then { $actions }

row-acts-itself = may itself { $actions }, for any party

row-acts-for-any = may { $actions }, for any party

row-lacks = may { $has }, but not { $lacks }

row-matches-nobody = matches nobody: your own code should stand there

## access.system

system-good = the system { $system } has the resource and your client

system-proven = the token proves the system { $system }

system-other = the token is for the system { $system }, but you filled in { $answered }
    .cause = Maskinporten gives a token for the system that has your client and that the approver said yes to. You filled in another one.
    .fix = Fill in { $system } as the system id, or leave it empty. If { $answered } is the right one, add your client to it and ask for its system user.

system-none = your client is on no system yet
    .cause = A system stands for the program that calls Altinn. It names the resources it needs and the clients that may use it.
    .fix = Register a system with this resource and your client id. It is there at once.

system-missing = the system { $system } is not registered
    .cause = It was not registered in this environment, or its id is mistyped.
    .fix = Register it with this resource and your client id, or correct the answer.

system-deleted = the system { $system } has been deleted
    .cause = The id of a deleted system cannot be used again.
    .fix = Register a new system under another id, and fill that in.

system-without-resource = the system { $system } does not have { $resource }
    .cause = A system user can only be given what its system asks for.
    .fix = Add the resource to the system's rights, then ask for the system user. One that exists already needs a change request.

system-without-client = your client is not on the system { $system }
    .cause = Maskinporten gives system-user tokens to the clients on the system's list only.
    .fix = Add the client id { $client } to the system. A client can be on one system only.

system-not-yours = the system { $system } belongs to another organisation
    .cause = The client's owner is not the one that registered it.
    .fix = Fill in a system that the client's owner registered: its id begins with that organisation number.

row-your-system = registered by the client's owner

## access.system-user

system-user-good = a system user acts for { $party }

system-user-proven = the token proves a system user for { $party }

system-user-other-reference = the system user for { $party } has another external reference
    .cause = It was asked for with { $references }, and here the reference is { $reference }. Maskinporten finds a system user only by the reference that it was asked for with.
    .fix = Fill in another external reference: { $references }. Where that is the organisation number, leave the answer empty.

system-user-none = nobody has asked for a system user for { $party }
    .cause = A system user lets your system act for the organisation. A person there must approve it once.
    .fix = Ask for the system user, and send the link to the approver.

system-user-waits = a person at { $party } must approve the request
    .cause = The request is made, and nobody has answered it yet. The approver needs the role Access manager and the rights the system asks for.
    .fix = Have the approver open the link and approve. In TT02 that is usually you, logged in with TestID. It takes effect at once.

system-user-rejected = { $party } rejected the request
    .cause = The person who opened the link declined.
    .fix = Talk to the approver. Then delete the request, and ask again. If you ask again without deleting it, you get the rejected one back.

system-user-denied = Altinn denied the request for { $party }
    .cause = Altinn itself ended the request.
    .fix = Delete the request and ask again.

system-user-timed-out = the request for { $party } has expired
    .cause = Nobody answered it in time.
    .fix = Delete the request, ask again, and send the new link to the approver.

system-user-gone = the request was approved, but the system user is gone
    .cause = Somebody at { $party } deleted the system user afterwards.
    .fix = Delete the request and ask again.

## access.system-user-token

system-user-token-good = Maskinporten lets { $system } act for { $party }

system-user-token-other = the token acts for { $party }, not for { $organisation }
    .cause = Maskinporten found the system user of another organisation.
    .fix = Correct the organisation number or the external reference.

system-user-token-without = the token names no system user
    .cause = Something on the way removed it, or this is not Altinn's Maskinporten.
    .fix = Check that the environment's Maskinporten is the right one.

system-user-token-refused = Maskinporten finds no system user of yours for { $party }
    .cause = It is one of these four: 1) the request is not approved yet, 2) the client id is not on the system, 3) the request had an external reference that is not filled in here, 4) the organisation number belongs to another organisation.
    .fix = Check them in that order, and correct the one that is wrong.

## access.service-owner

service-owner-good = Broker knows you as { $name }, with storage

service-owner-missing = Broker does not know you as a service owner
    .cause = A service owner registers itself in Broker once in each environment.
    .fix = Register your organisation as a service owner in Broker. Storage is ready some minutes later.

service-owner-storage-waits = Broker is making your storage ready
    .cause = Altinn makes it once, right after you register. It takes some minutes.
    .fix = Wait, and check again.

row-storage = { $status }

## access.resource-config

config-good = the resource is set up in Broker

config-missing = { $resource } is not set up in Broker
    .cause = Broker uses a resource only when its owner has set it up there, even if it is published.
    .fix = Set up the resource in Broker. Broker's standard limits suit most, and it takes effect at once.

config-not-yours = Broker says that { $resource } belongs to another organisation
    .cause = The owner named in the Resource Registry is not your client's owner.
    .fix = Use a client of the organisation that owns the resource, or correct the owner and publish again.

row-limit-size = files of up to { $bytes }

row-limit-size-default = files as large as Broker accepts

row-limit-life = files live { $time }

row-limit-life-default = files live 30 days

row-limit-grace = confirmed files are deleted after { $time }

row-limit-grace-default = confirmed files are deleted after 2 hours

row-required-party = { $party } takes part in every transfer

row-required-party-none = anybody whom the policy lets in may take part

## access.members

members =
    { $count ->
        [one] { $count } organisation is on the access list
       *[other] { $count } organisations are on the access list
    }

members-no-list = the resource has no access list

members-none = the access list is empty, so nobody can take part
    .cause = The resource lets only members of its access lists in, and there are none.
    .fix = Add your senders and recipients to an access list of the resource. It takes effect within 10 minutes.

members-lack = not all who are to take part are on the access list
    .cause = Only those on the list may use the resource, and the ones named here are missing: { $organisations }.
    .fix = Admit them. It takes effect within 10 minutes.

members-not-enforced = the access list of { $resource } is not enforced yet
    .cause = You have said that only those on a list are admitted, but the Resource Registry lets everybody in.
    .fix = Let in only those on the list.

row-not-member = is not on the list

members-may-not-ask = could not see who is on the access list
    .cause = The client does not have { $scope }.
    .fix = Add the scope to the client if you want to see the members here.

row-member = on the list { $list }

row-member-for = on the list { $list }, to { $actions }

## integrate.list

list-answers =
    { $count ->
        [one] Broker answers: { $count } transfer to see
       *[other] Broker answers: { $count } transfers to see
    }

list-owner-answers = Broker answers you as the owner

list-no-access = Broker does not let you in to { $resource }
    .cause = The system user was not given this resource, the organisation is not on its access list, or the service owner has not set it up in Broker. Broker gives one answer for all three.
    .fix = Ask the service owner whether { $resource } is set up in Broker and whether your organisation is on its access list.

list-no-access-yet = Broker does not let you in to { $resource } yet
    .cause = You changed something a moment ago. New rights and rules reach Broker within 10 minutes.
    .fix = Wait, and check again after { $until }.

list-token-not-taken = Broker does not accept the token
    .cause = The token is from another environment, has expired, or this machine's clock is off: Broker allows no difference at all.
    .fix = Check the clock and the environment, then check again.

list-scope-missing = the token lacks the scope that Broker asks for
    .cause = The token is valid, but does not carry the scope of your role.
    .fix = Add the role's scope to the client in the self-service portal.

list-not-acceptable = Broker does not accept the form of the request
    .cause = Something on the way changes the header that says which answers are understood.
    .fix = Ask whoever runs your network to let the header Accept through as it is.

## integrate.transfer

transfer-published = a transfer of { $at } can be downloaded

transfer-confirmed = a transfer of { $at } was confirmed by every recipient

transfer-purged = a transfer of { $at } went through, and its file is deleted

transfer-old = the last transfer that went through is of { $at }
    .cause = That is more than 30 days ago. It proves that it worked then.
    .fix =
        { $role ->
            [recipient] Ask a sender for a new test file, then fetch it.
           *[other] Send a new test file.
        }

transfer-none = no test file has been sent yet
    .cause = Only a real transfer proves that you may send.
    .fix = Send a small test file, marked as one. What is sent is shown first.

transfer-test-waits = a test file from { $sender } waits to be fetched
    .cause = Transfer { $transfer } has the mark of a test.
    .fix = Fetch it and confirm it.

transfer-none-received = no test file has been fetched yet
    .cause = Only a real transfer proves that you may receive.
    .fix = Ask a sender for a marked test file, then fetch and confirm it.

transfer-none-owner = no test file has gone through yet
    .cause = The policy lets your own organisation take part, so that you can prove the whole way yourself.
    .fix = Send a small marked test file to yourself, and fetch it, in one go.

transfer-ask-others = your senders and recipients prove the way with a test file
    .cause = The policy lets no organisation in by itself, and you have no system user. That is usual, and nothing is missing.

transfer-processing = Broker is scanning the file
    .cause = Every file is scanned for viruses before the recipient sees it. It takes seconds to minutes.
    .fix = Wait, and check again.

transfer-not-uploaded = the transfer { $transfer } has no file yet
    .cause = The transfer was made, but the upload did not finish.
    .fix =
        { $role ->
            [recipient] Ask the sender to send a new one. Broker clears the unfinished one away by itself.
           *[other] Send a new test file. Broker clears the unfinished one away by itself.
        }

transfer-failed = Broker ended the transfer: { $reason }
    .cause = A transfer that has failed cannot be used again.
    .fix =
        { $role ->
            [recipient] Ask the sender for a new test file, then fetch it.
           *[other] Send a new test file.
        }

transfer-gone = Broker has no transfer { $transfer }
    .cause = The id is from another environment, or was mistyped.
    .fix =
        { $role ->
            [recipient] Clear the transfer's id, ask a sender for a new test file, and fetch it.
           *[other] Clear the transfer's id, and send a new test file.
        }

transfer-not-ours = the transfer { $transfer } is not yours to see
    .cause = It belongs to other organisations, or to another resource.
    .fix =
        { $role ->
            [recipient] Clear the transfer's id, ask a sender for a new test file, and fetch it.
           *[other] Clear the transfer's id, and send a new test file.
        }

transfer-of-other-resource = the transfer { $transfer } does not belong to the resource { $resource }
    .cause = What went through on another resource proves nothing about this one.
    .fix =
        { $role ->
            [recipient] Clear the transfer's id, ask a sender for a new test file, and fetch it.
           *[other] Clear the transfer's id, and send a new test file.
        }

transfer-of-other-sender = the transfer { $transfer } was not sent by { $organisation }
    .cause = Only a transfer of your own proves that you may send.
    .fix = Clear the transfer's id, and send a new test file.

transfer-not-fetched = the transfer { $transfer } has not been fetched yet
    .cause = That it was sent to you does not prove that you may receive it.
    .fix = Fetch and confirm it. What that does is shown first.

transfer-unconfirmed = the file of transfer { $transfer } is not confirmed yet
    .cause = The program was stopped before it had fetched and confirmed it.
    .fix = Go on with it. What was fetched is confirmed, and not fetched again.

row-transfer = { $file }, { $size }

row-recipient-confirmed = has confirmed the download

row-recipient-started = has begun to download

row-recipient-not-yet = has not downloaded it yet

## events.endpoint

endpoint-good = { $host } answers

endpoint-not-https = Altinn accepts only addresses that begin with https
    .cause = Events carry organisation numbers and transfer ids, so Altinn sends them only encrypted.
    .fix = Fill in an https address with a certificate that everybody trusts.

endpoint-private = { $host } is an address inside a private network
    .cause = Altinn sends events over the internet and does not get there, unless the name means something else out there.
    .fix = Fill in an address that can be reached from the internet. The validation proves whether it works.

endpoint-no-answer = { $host } does not answer, as seen from this machine
    .cause = Your own network may not let this machine get there, although Altinn can. Altinn's validation is the proof.
    .fix = If the validation does not pass either, check that the webhook is running.

endpoint-certificate = the certificate of { $host } is not trusted, as seen from this machine
    .cause = Altinn accepts certificates of public authorities only. Altinn's validation is the proof.
    .fix = If the validation does not pass either, put the whole chain of a public authority on the webhook.

## events.subscription

subscription-good =
    { $count ->
        [one] { $count } subscription matches
       *[other] { $count } subscriptions match
    }

subscription-none = this webhook subscribes to nothing
    .cause = Altinn sends events to those who subscribe.
    .fix = Subscribe the webhook. Do it before the first transfer, since Altinn remembers for an hour that nobody subscribes.

subscription-partly =
    { $all ->
        [one] { $found } of { $all } subscription
       *[other] { $found } of { $all } subscriptions
    }
    .cause = Each event type you chose needs a subscription of its own.
    .fix = Subscribe to the rest. Only what is missing is made.

subscription-faulty = there are subscriptions, but none of them matches
    .cause = Altinn compares every filter letter by letter. The lines of this finding say what is wrong with each.
    .fix = Subscribe anew, with filters that match. The old ones do no harm, and can be deleted.

subscription-other-identity = subscribed by your organisation's other identity
    .cause = Altinn shows a subscription only to the identity that made it: the organisation and its system user are two. Events arrive all the same.
    .fix = Leave it as it is. To change or delete it, use the same kind of token.

row-subscribed = subscription { $number }

row-subscribed-by-other = subscription { $number } of { $consumer }

row-not-subscribed = not subscribed

row-old-source = has a source filter, which Altinn no longer accepts: the resource filter has replaced it

row-old-source-file = has a source filter that ends in /file: it is from the old documentation, and matches nothing

row-old-type = exists, but will never receive anything: its type is { $given }, and the events have { $wanted }

row-unknown-type = exists, but will never receive anything: no event has the type { $given }

row-old-subject = exists, but will never receive anything: its subject is { $given }, and the events have { $wanted }

row-empty-filter = exists, but will never receive anything: one of its filters is empty, and nothing in an event is

row-no-subject = has no subject, so it applies to everybody

row-other-subject = is about { $given }

row-other-type = is only about { $given }

row-all-types = is about every type

row-other-endpoint = leads to another address

## events.validated

validated = the webhook has answered Altinn

validation-tried = Altinn is trying the webhook
    .cause = Altinn sends a validation event and repeats it for some minutes. Any answer from 200 to 299 within 45 seconds will do.
    .fix = Wait until { $until } at the latest.

not-validated = { $endpoint } has not answered Altinn's validation event
    .cause = The webhook answered with something other than 200 to 299, took more than 45 seconds, or sent Altinn elsewhere. Or it has no public certificate.
    .fix = Make the webhook answer 200 to every POST, then subscribe again: the same subscription is tried anew.

row-validated = validated

row-not-validated = not validated

## events.received

event-at-receiver = an event arrived at this program's receiver, { $at }

event-at-sink = an event arrived at the sandbox's own webhook, { $at }

event-at-application = your application received an event, { $at }, as you say

event-polled = Altinn told of an event when it was asked: { $at }

event-told = your application received an event on { $day }, as you say

event-awaited = no event has arrived yet
    .cause = Altinn may remember for an hour that nobody subscribed. Events after that arrive within seconds.
    .fix = Wait until { $until } at the latest.

event-needs-transfer = no event has arrived, and no file has been sent since you subscribed
    .cause = Only a transfer makes an event. Altinn may still remember until { $until } that nobody subscribed.
    .fix =
        { $role ->
            [recipient] Ask a sender for one more test file. Its first event arrives as soon as the file can be fetched.
           *[other] Send one more test file.
        }

event-none = no event has arrived
    .cause = The webhook is validated and the hour is over, so the next event should come.
    .fix =
        { $role ->
            [recipient] Ask a sender for one more test file. If your application got an event, note the day.
           *[other] Send one more test file. If your application got an event, note the day.
        }

row-event = arrived

row-event-about = arrived, about the transfer { $transfer }

event-shows-soon = no event shows yet
    .cause = Altinn shows an event half a minute after it happened.
    .fix = Check again in half a minute.

event-none-polled = Altinn tells of no event
    .cause = Only a transfer makes an event, and Altinn shows it half a minute later.
    .fix =
        { $role ->
            [recipient] Ask a sender for one more test file. Its event can be asked for half a minute later.
           *[other] Send one more test file. Its event can be asked for half a minute later.
        }

row-next-try = where the webhook has not answered, Altinn tries next at { $at }

row-event-other-resource = came, but is about another resource: { $given }

row-event-other-party = came, but is for another organisation: { $given }

row-event-other-type = came, but is of another type: { $given }

row-event-before = came before the webhook or the types were changed: { $at }

## Causes: why a service refused a call, in any check or deed. Their ids are in `src/journey/cause.rs`.

api-key-missing = the gateway asks for an API key, but none came with the request
    .cause = In some environments every request must carry one, as the guides of 2024 say.
    .fix = Fill in where the API key is, in step 1. If you have none, ask Altinn's service desk for one.

api-key-unknown = the gateway does not know the API key
    .cause = The key belongs to another environment, was mistyped, or is no longer active.
    .fix = Compare the key with the one you were given for this environment.

no-route = the gateway does not know this address
    .cause = The base address of the platform is not Altinn's, or something was added to it.
    .fix = Correct the environment, or its platform address.

client-unknown = Maskinporten does not know a client with this id
    .cause = The id is mistyped, or the client was made in the other environment: test and production have separate clients.
    .fix = Copy the client id from the self-service portal of this environment. If you made the client a moment ago, check again in ten minutes: a new one takes up to that long.

client-unknown-kid = this kid is not on the client
    .cause = The public key was not added to this client. Or it was added under another kid, or in the other environment.
    .fix = Compare it with the client's keys in the self-service portal, and fill in the kid that stands there. If there is none, add the public key. If you added it a moment ago, check again in ten minutes: a new one takes up to that long.

client-no-kid = Maskinporten was sent no kid
    .cause = A client with keys of its own must name the one that signs. It cannot sign with a certificate.
    .fix = Fill in the kid that stands beside the key in the self-service portal, and say that the client signs with a key of its own.

client-key-expired = the key has expired
    .cause = Maskinporten accepts a key for one year from the day it was added to the client.
    .fix = Make a new key, add its public half to the client in the self-service portal, and fill in the new kid. It takes effect within minutes.

client-wrong-key = the private key does not belong to this kid
    .cause = The signature does not match the public key that the client has under this kid.
    .fix = Point to the private key that was made together with that public key, or add this key's public half to the client.

client-clock = Maskinporten says that the time of the request is off
    .cause = The clock of this machine is more than 10 seconds wrong.
    .fix = Turn on automatic time on this machine. It takes effect at once.

client-time-disputed = Maskinporten says that the time of the request is off, but its own clock says that it is not
    .cause = Maskinporten's clock agrees with this machine's. Either the request was held up for more than 10 seconds on its way, or Maskinporten has a problem of its own.
    .fix = Check again. If it keeps happening, ask whoever runs your network what holds the request up, and send Altinn's service desk what is said here.

client-audience = the request names another Maskinporten than the one that received it
    .cause = The address of Maskinporten differs from its own name for itself, often by the slash at the end or by the environment.
    .fix = Write Maskinporten's address exactly as issuer in its own metadata, with the slash at the end.

client-certificate = Maskinporten does not accept the certificate
    .cause = It was issued for another environment or by somebody else, or it was revoked.
    .fix = Ask whoever issued it whether it is still valid, or use a client with a key of its own: add one in the self-service portal.

client-certificate-owner = the certificate does not belong to the organisation that owns the client
    .cause = Maskinporten compares the organisation number in the certificate with the client's.
    .fix = Point to the certificate of the client's owner, or fill in the id of a client that your organisation owns.

client-replay = Maskinporten has seen this very request before
    .cause = Something on the way sent it twice.
    .fix = Check again. If it keeps happening, ask whoever runs your network whether a proxy repeats requests.

request-unreadable = Maskinporten cannot read the request
    .cause = Something on the way broke it: a line break or a letter more or less in the assertion is enough.
    .fix = Check again. If it keeps happening, ask whoever runs your network what stands between this machine and Maskinporten.

scope-not-on-client = the scope is not on the client
    .cause = Nobody has added it to this client, or Altinn has not granted it to your organisation yet.
    .fix = In the self-service portal, open the client, choose Scopes, then Add. It takes effect within minutes. If it is not offered there, ask servicedesk@altinn.no for it.

scope-not-for-maskinporten = a client of this kind may not ask for the scope
    .cause = The client is of another kind than Maskinporten, such as ID-porten.
    .fix = Make a client of the kind Maskinporten in the self-service portal, and fill in its id.

scope-not-granted = the scope has not been granted to the client's owner
    .cause = Altinn's service desk grants scopes to each organisation by hand, and separately for test and production.
    .fix = Write to servicedesk@altinn.no with your organisation number, the scopes and the environment. An answer takes some working days.

scope-not-delegated = the customer has not delegated the scope to the client's owner
    .cause = The client asks for somebody else, who must give its owner this access in Altinn first.
    .fix = Ask the customer to delegate the API in Altinn, in this very environment.

authorization-details = Maskinporten does not understand which system user is meant
    .cause = The part of the assertion that names the system user is misspelt, or something on the way changed it.
    .fix = Let broker-setup ask for the token, and compare what your own code sends with it.

no-system-user = Maskinporten finds no system user that lets this client act for the organisation
    .cause = It is one of these four: 1) the request is not approved yet, 2) the client id is not on the system, 3) the request had an external reference that is not filled in here, 4) the organisation number belongs to another organisation.
    .fix = Check them in that order, and correct the one that is wrong.

exchange-address = Altinn's token exchange does not know the address that it was called at
    .cause = The address ends with who made the token, and something on the way has changed it.
    .fix = Ask whoever runs your network what changes addresses on the way to Altinn. In an environment of your own, correct the platform's address.

enterprise-user-gone = Altinn no longer accepts enterprise users (virksomhetsbruker)
    .cause = The call came with the header X-Altinn-EnterpriseUser-Authentication, which is not sent from here: something on the way adds it.
    .fix = Ask whoever runs your network to take that header off. A system user does what the enterprise user did.

body-not-taken = the service does not read what was sent
    .cause = Its content type is the documented one when it leaves here: something on the way has changed it.
    .fix = Ask whoever runs your network what changes requests on the way to Altinn.

policy-refused = the Resource Registry does not accept the policy
    .cause = A rule names another resource than this one, or none; or the resource is not published yet.
    .fix = Correct the rule that the service's words name, or publish the resource first. Then publish the policy again.

exchange-other-environment = Altinn does not accept a token from another environment
    .cause = The token is signed by { $issuer }, and { $host } is from another environment. Test and production do not know each other.
    .fix = Fill in the environment again, so that Maskinporten and the platform belong to the same one.

exchange-refused = Altinn does not accept Maskinporten's token
    .cause = Usually the token is from the other environment: test and production do not know each other. Altinn also answers like this when it has a problem of its own.
    .fix = Check that Maskinporten and the platform belong to the same environment. If they are, check again in some minutes.

token-not-taken = the service does not accept the token
    .cause = The token is from another environment, has expired, or this machine's clock is off.
    .fix = Check the clock and the environment, then check again.

scope-missing = the token lacks the scope that the service asks for
    .cause = The token is valid, but does not carry the scope for this request. The scope may also be one that others must ask for.
    .fix = Add the scope to the client in the self-service portal.

not-acceptable = the service does not accept the form of the request
    .cause = Something on the way changes the header that says which answers are understood.
    .fix = Ask whoever runs your network to let the header Accept through as it is.

system-vendor-refused = Altinn does not see who owns the client
    .cause = The organisation number in the token is not the one that the system is registered for.
    .fix = Compare the owner of the client with what the check of the client's identity says.

system-id-refused = the register does not accept the system's id
    .cause = It must be the organisation number of the client's owner, an underscore and a name, without blanks.
    .fix = Leave the system id empty: one that fits is proposed.

system-id-taken = the system's id is used up
    .cause = Another system has it, or had it before it was deleted. An id is never given out twice.
    .fix = Leave the system id empty: a free one is proposed.

system-resource-unknown = the register does not know the resource
    .cause = The resource is not in this environment's Resource Registry, or its id is mistyped.
    .fix = Compare the resource's id and the environment with what the service owner says.

system-client-taken = the client is on another system
    .cause = A client can be on one system only, and this one is on another of yours or of another organisation's.
    .fix = Use that system, or make a new client in the self-service portal and use its id here.

system-redirect-refused = Altinn does not accept the page after the approval
    .cause = It must be a whole https address, and one of those that the system is registered with.
    .fix = Leave the pages after the approval empty. The outcome shows here without them.

system-rights-twice = the same right is asked for twice
    .cause = The system has a right or a package twice in its list.
    .fix = Remove one of the two where the system is maintained, then do this again.

system-package-refused = Altinn does not accept an access package of the system
    .cause = The package does not exist, is not on the system, or is for those who act for many customers.
    .fix = Take the package off the system. Files need the resource alone.

system-for-agents = the system is for those who act for many customers
    .cause = Such a system has requests of its own, which this program does not make.
    .fix = Use a system of its own for this: leave the system id empty, and register the one that is proposed.

system-resource-not-delegable = the resource cannot be given to a system user
    .cause = Its owner has not said that it may be given on.
    .fix =
        { $role ->
            [service-owner] Set the resource as delegable in Altinn Studio, and publish it again.
           *[other] Ask the service owner to set the resource as delegable, and to publish it again.
        }

system-deleted-before = the system has been deleted
    .cause = A deleted system keeps its id, and nothing in it can be changed.
    .fix = Leave the system id empty, and register the system that is proposed.

system-unknown = the register knows no such system of yours
    .cause = The id is mistyped, of another environment, or of another vendor.
    .fix = Leave the system id empty: yours is found, or a new one is proposed.

party-not-in-register = Altinn does not know the organisation
    .cause = The organisation is not in this environment's register. Test environments know synthetic organisations, and service owners as themselves.
    .fix = Choose a synthetic organisation from Tenor, or ask servicedesk@altinn.no to add yours.

right-not-on-system = the system does not have the right
    .cause = A system user can only be given what its system has, and at least one right.
    .fix = Add the resource to the system, then ask again.

systems-failed = Altinn could not store it
    .cause = The service failed by itself.
    .fix = Do this again in some minutes. If it keeps happening, send the code and the time to servicedesk@altinn.no.

system-user-there = there is a system user already
    .cause = Somebody has asked for it, and it is approved.
    .fix = Run the checks: they find it.

request-pending = a request waits for its answer already
    .cause = It was made for the same system, organisation and reference.
    .fix = Ask for the system user again: the request that waits is taken up.

request-declined = an earlier request was declined
    .cause = As long as it is there, Altinn makes no new one.
    .fix = Talk to the person who declined it, then ask for the system user again: the earlier request is deleted first.

request-answered = the request has been answered already
    .cause = Only a request that waits can be changed or answered.
    .fix = Run the checks: they show the answer.

approver-may-not = the approver may not approve this
    .cause = The person lacks the role Access manager, or one of the rights that the system asks for, or is logged in for another organisation.
    .fix = Have the general manager of the organisation open the link, or another person with those rights.

system-user-unknown = there is no such system user
    .cause = It was deleted, or belongs to another system.
    .fix = Ask for the system user.

system-name-missing = the system has no name that the approver can read
    .cause = Altinn shows the name in Bokmål, and the system has none.
    .fix = Give the system a name in Bokmål where it is maintained, then have it approved again.

party-not-on-list = the organisation is not on the resource's access list
    .cause = The resource has an access list, and only its members can be given it.
    .fix =
        { $role ->
            [service-owner] Add the organisation to the access list. It takes effect within ten minutes.
           *[other] Ask the service owner to add the organisation to the access list. It takes effect within ten minutes.
        }

request-unknown = there is no such request for a system user
    .cause = It was made for another system or another party, under another external reference, or never.
    .fix = Compare the external reference with the one the request was made with, or ask for a system user.

party-unknown = Altinn does not know one of these organisations
    .cause = A number is mistyped, or from the other environment.
    .fix = Compare the numbers. In test only synthetic organisations are known, and service owners as themselves.

service-owner-exists = Broker knows this service owner already
    .cause = It was registered before.
    .fix = Check again.

no-file-yet = no file has been uploaded to this transfer yet
    .cause = The transfer was created, but its file was never sent, or the upload broke off.
    .fix = Have the sender upload the file, or make a new transfer where an upload was begun before.

upload-failed = Broker could not store the file
    .cause = The upload broke off, or Altinn's storage failed. The transfer cannot be used again.
    .fix =
        { $role ->
            [recipient] Ask the sender for a new transfer. If it happens twice, write to servicedesk@altinn.no with the trace id and the time.
           *[other] Send the file again as a new transfer. If it happens twice, write to servicedesk@altinn.no with the trace id and the time.
        }

limit-refused = Broker does not accept a limit that was set for the resource
    .cause = A file size must be more than zero. A life time is at most 365 days, and a grace period at most 24 hours, each written as P30D or PT2H.
    .fix = Correct the limit that the message names, and set up the resource again.

limit-needs-altinn = Altinn must agree to this limit of the resource first
    .cause = More than 50 GB in production goes without virus scan, which Altinn approves for each resource. More than 100 GB has not been tested.
    .fix = Keep the limit at 50 GB, or ask servicedesk@altinn.no to have the resource approved.

manifest-shim = the bridge to Altinn 2 lacks its codes
    .cause = Manifest files of Altinn 2 need an external service code and an edition code. A new resource needs neither.
    .fix = Leave the manifest bridge off, or fill in both codes.

range-refused = the part of the file that was asked for does not exist
    .cause = The range in the request begins after the end of the file.
    .fix = Ask for the file from its beginning, or for a part inside its size.

scan-not-ready = Broker has not recorded the upload yet
    .cause = The answer is between Altinn's own services: the virus scan was quicker than the record of the upload.
    .fix = Wait. Altinn tries again by itself.

statistics-none = there are no transfers to report on
    .cause = The month, the resource or the service owner that was asked about has none.
    .fix = Ask for another month.

statistics-failed = Broker could not make the report
    .cause = The service failed by itself.
    .fix = Ask for it again in some minutes. If it keeps happening, send the trace id to servicedesk@altinn.no.

statistics-asked-wrong = Broker does not understand which report is asked for
    .cause = The year and the month must be numbers of a month that has passed, and at least one kind of participant must be included.
    .fix = Correct the year, the month or the two filters, and ask again.

caller-not-told = Broker cannot see which organisation is calling
    .cause = The token carries no organisation number: usually it is Maskinporten's own token, or that of another kind of user.
    .fix = Exchange Maskinporten's token at Altinn first, and send the exchanged one.

service-owner-failed = Broker could not register the service owner
    .cause = The service failed by itself.
    .fix = Do this again in some minutes. If it keeps happening, send the code and the time to servicedesk@altinn.no.

list-resource-unknown = the access list is to be connected to a resource that does not exist
    .cause = The resource is not published in this environment, or its id is mistyped.
    .fix = Publish the resource first, or correct its id. Then connect it with the list.

list-resource-of-other = the access list and the resource have different owners
    .cause = A list can only be connected to resources of the service owner that owns the list.
    .fix = Make the list under the resource's own service owner.

list-too-many = too many members for one request to the access list
    .cause = Altinn accepts at most 100 members at a time.
    .fix = Add or remove them in several requests of at most 100.

list-include-refused = the access lists were asked for in a way that Altinn does not take
    .cause = The resources of the lists are shown only where one resource is named.
    .fix = Name the resource in the request, or leave its resources out.

list-owner-refused = Altinn knows no service owner by the name in the list's address
    .cause = Access lists are kept by the owner's code, a short word, and not by the organisation number.
    .fix = Write the service owner's code in the address.

request-not-valid = the service finds something in the request that is not valid
    .cause = The code only says that. What is wrong stands in the members validationErrors or errors beside it.
    .fix = Look up the code inside the answer: it begins with AUTH.VLD or RR.VLD.

transfer-unknown = Broker knows no such transfer
    .cause = The id is from another environment, or was mistyped.
    .fix = Compare the id and the environment: a transfer of test is not known in production.

transfer-started = the transfer has been uploaded before
    .cause = A transfer takes one upload, also where that one broke off.
    .fix =
        { $role ->
            [recipient] Ask the sender to make a new transfer.
           *[other] Make a new transfer.
        }

resource-unsound = Broker finds no resource of Altinn with a service owner behind it
    .cause = The resource is not published in this environment, or its owner is not filled in.
    .fix =
        { $role ->
            [service-owner] Publish the resource again, in this environment, with its owner filled in.
           *[other] Ask the service owner to publish the resource again, in this environment, with its owner filled in.
        }

no-access = Broker does not let you in to the resource
    .cause =
        { $role ->
            [service-owner] The resource is not set up in Broker, its policy has no rule for your organisation, or its access list leaves you out. Broker gives one answer for all three.
           *[other] The system user was not given this resource, the organisation is not on its access list, or the service owner has not set it up in Broker. Broker gives one answer for all three.
        }
    .fix =
        { $role ->
            [service-owner] Check that the resource is set up in Broker, and that your organisation is on its access list if it has one. After a change allow ten minutes.
           *[other] Ask the service owner whether the resource is set up in Broker and whether your organisation is on its access list. After a change allow ten minutes.
        }

transfer-not-ready = the file of the transfer cannot be fetched yet
    .cause =
        { $role ->
            [sender] Altinn is still scanning it, or it was not sent whole.
           *[other] It is not published: the sender has not sent it whole, or Altinn is still scanning it.
        }
    .fix =
        { $role ->
            [recipient] Ask the sender to finish the transfer, and try again some minutes later.
           *[other] Try again in some minutes. If it keeps happening, send the file again.
        }

checksum-differs = the file did not reach Altinn as it was
    .cause = Its checksum differs from the one that was given. The transfer has failed and cannot be used again.
    .fix =
        { $role ->
            [recipient] Ask the sender to send it again as a new transfer.
           *[other] Send it again as a new transfer. If it happens twice, something on the way changes the file.
        }

transfer-not-published = the transfer cannot be confirmed as it stands
    .cause = Only a published transfer can be. Once the last recipient has confirmed, it no longer is.
    .fix = Look at the transfer's status: if everyone has confirmed, nothing is left to do.

file-too-large = the file is larger than the resource accepts
    .cause =
        { $role ->
            [service-owner] You can set a limit for the resource. Without one it is 50 GB.
           *[other] The service owner can set a limit for the resource. Without one it is 50 GB.
        }
    .fix =
        { $role ->
            [service-owner] Send a smaller file, or raise the limit of the resource in Broker.
            [recipient] Ask the sender for a smaller file, or the service owner to raise the limit.
           *[other] Send a smaller file, or ask the service owner to raise the limit.
        }

not-downloaded-yet = a file cannot be confirmed before it has been downloaded
    .cause = Broker has seen no download of this transfer by your organisation.
    .fix = Download the file, then confirm it.

storage-not-ready = Altinn is still making the service owner's storage
    .cause = A service owner that has just registered in Broker waits some minutes for its storage.
    .fix = Try again in some minutes.

service-owner-not-set-up = the owner of the resource is not set up in Broker
    .cause = A service owner registers itself in Broker once in each environment.
    .fix =
        { $role ->
            [service-owner] Register in Broker as a service owner, and then set up the resource there.
           *[other] Ask the service owner to register in Broker, and then to set up the resource there.
        }

resource-not-set-up = the resource is not set up in Broker
    .cause = Broker uses a resource only when its owner has set it up there, even if it is published.
    .fix =
        { $role ->
            [service-owner] Set up the resource in Broker.
           *[other] Ask the service owner to set up the resource in Broker.
        }

required-party-missing = the resource wants its service owner to take part in every transfer
    .cause =
        { $role ->
            [service-owner] You have named a required party for the resource, and it is neither the sender nor the recipient.
           *[other] The service owner has named a required party, and it is neither the sender nor the recipient.
        }
    .fix =
        { $role ->
            [service-owner] Choose your own organisation as the recipient.
           *[other] Choose the service owner as the recipient.
        }

one-recipient-only = the resource takes one recipient only, the service owner
    .cause =
        { $role ->
            [service-owner] You have named a required party, which is then the only recipient of what others send.
           *[other] The service owner has named a required party, which is then the only recipient of what others send.
        }
    .fix =
        { $role ->
            [service-owner] Choose your own organisation as the only recipient.
           *[other] Choose the service owner as the only recipient.
        }

recipient-not-on-list = the resource has an access list, and not every recipient is on it
    .cause = Only organisations on the list may send to each other.
    .fix =
        { $role ->
            [service-owner] Add each recipient to the access list. It takes effect within ten minutes.
           *[other] Ask the service owner to add each recipient to the access list. It takes effect within ten minutes.
        }

service-owner-unknown = Broker does not know you as a service owner
    .cause = A service owner registers itself in Broker once in each environment.
    .fix = Register your organisation as a service owner in Broker. Storage is ready some minutes later.

endpoint-not-taken = Altinn does not accept the webhook's address
    .cause = It must be a whole address that begins with https.
    .fix = Fill in an https address that Altinn can reach from the internet.

filter-refused = Altinn Events does not accept the filters of the subscription
    .cause = A filter of the old documentation, such as sourceFilter, is refused today.
    .fix = Compare the filters with those that broker-setup sends.

admin-token-not-taken = Digdir's administration does not accept the admin client's token
    .cause = The token may have ended, or belong to another environment.
    .fix = Compare the admin client with the environment of this profile, then do this again.

admin-scope-missing = the admin client may not do this
    .cause = Its token lacks the scope for it.
    .fix = Order the scope from Digdir for the admin client: idporten:dcr.read to look, idporten:dcr.modify or idporten:dcr.write to change.

admin-client-unknown = Digdir's administration knows no such client of your organisation
    .cause = The client belongs to another organisation or environment, or was deleted.
    .fix = Compare the client's id with the self-service portal.

subscribe-not-allowed = the policy of the resource does not let you subscribe
    .cause = None of its rules gives you the action subscribe.
    .fix =
        { $role ->
            [service-owner] Add the action subscribe to the rules of the policy for those who are to subscribe, and publish it. It takes effect within ten minutes.
           *[other] Ask the service owner to add the action subscribe to the rules of those who send and receive, and to publish the policy. Then have the system user's rights approved anew.
        }

## Answers to what the failing check asks itself

answer-grant-untold = only the portal, or an admin client, tells what Altinn has granted

answer-signed = signed by { $issuer }, of the same environment

answer-signed-elsewhere = signed by { $issuer }, and { $host } is from another environment

answer-reference-same = it is { $reference } here and at Altinn

answer-reference-other = it is { $reference } here, and { $references } at Altinn

answer-reference-none = Altinn has no system user of this system for the organisation, with any reference

answer-reference-untold = asking takes the scope { $scope }

answer-configured-untold = Broker tells the service owner alone

answer-list-none = the resource has no access list

answer-list-untold = the resource has a list, and only the service owner sees whether { $party } is on it

answer-changed = something was changed from here at { $at }, and Broker may not know it yet

answer-unchanged = nothing was changed here in that time

answer-filter-all = it takes events of every type about the resource for the organisation

answer-filter-types = it takes events of these types only: { $types }

answer-identity-role = it is owned by { $consumer }, which the role subscribes as

answer-identity-other = it is owned by { $consumer }, and the role subscribes as another identity

answer-nothing-to-deliver = there was no transfer after the subscription was made

answer-delivery-tried = if the webhook did not accept it, Altinn tries again at { $at }

answer-delivery-over = Altinn has made its last try

## Lines of proof

row-said-no = they said no on { $day }: { $reason }. Mend what they name, and write to them again.

row-service-says = the service's own words: { $words }

row-trace-id = trace id, for the service desk: { $trace }

row-vendor = is your vendor

row-ok = in order

## From a newer version

not-known = not known to this version
