### The labels of the answers, as written in the middle of a sentence. `.help` is one or two sentences, `.example` is an answer, and
### `.unset` is what applies without an answer.

role = role
    .help = Whether your organisation sends files, receives files, or owns the service that files belong to.
    .example = sender

environment = environment
    .help = The sandbox runs on this machine and needs nothing. TT02 is Altinn's test environment. In production real organisations are involved.
    .example = tt02

acting = who runs the system
    .help = Your organisation with its own client (own), your organisation for a customer (for-customer), or your vendor for you (by-vendor).
    .example = own

organisation = organisation number
    .help =
        { $role ->
            [service-owner] The organisation that owns the resource: nine digits. A service owner is itself in test environments too.
            [recipient] The organisation that receives: nine digits. In test environments it is a synthetic one.
            [sender] The organisation that sends: nine digits. In test environments it is a synthetic one.
           *[other] The organisation that sends, receives or owns: nine digits. In test environments it is a synthetic one.
        }
    .help-tt02 =
        { $role ->
            [service-owner] Your own organisation's number: nine digits. A service owner is itself in TT02 too.
           *[other] Nine digits, those of a synthetic organisation in TT02. Find one in Tenor, the Tax Administration's search for test data, with a general manager («daglig leder») that you can log in as with TestID.
        }
    .example = 310 456 780

client-owner = owner of the client
    .unset = the organisation itself
    .help = The organisation that owns the Maskinporten client. Leave it empty if that is your organisation; a vendor writes its own number.
    .example = 991 825 827

client-id = client id
    .help = The id that the self-service portal shows for the Maskinporten client: a UUID as a rule, and never with blanks.
    .example = 7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11

client-auth = signs with
    .help = A key that was added to the client in the self-service portal (key), or an enterprise certificate from Buypass or Commfides (certificate). If you are not sure, it is a key.
    .example = key

client-certificate = certificate
    .help = Where the certificate is: a path, env: and a variable, or cmd: and a program. PKCS#12 (.p12, .pfx) is read, and PEM with its chain.
    .example = file:keys/tt02.p12

client-key = private key
    .unset = in the certificate's file
    .help = Where the private key is: a path, env: and a variable, or cmd: and a program. The key itself is never kept here. PEM, DER, JWK and PKCS#12 are read, in base64 too.
    .example = file:keys/tt02.pem

client-kid = key id (kid)
    .help = The id of the public key on the client, as the self-service portal shows it. It tells Maskinporten which key signed.
    .example = smart-2026-11

client-key_password = key's password
    .unset = none
    .help = Where the password is, if the private key is encrypted: file:, env: or cmd:. Or type the password itself: it is used until you quit, and never kept.
    .example = env:KEY_PASSWORD

client-key_posted = key added on
    .unset = no day given
    .help = The day the public key was added to the client. A key lives one year from that day, so this tells when it ends.
    .example = 2026-11-20

admin-id = admin client
    .unset = none; keys are added by hand
    .help = The id of your organisation's client for Digdir's administration, if it has one. It lists what is granted to you, and adds keys to your clients.
    .example = 7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d12

admin-auth = admin client signs with
    .help = A key that was added to the admin client (key), or an enterprise certificate (certificate).
    .example = key

admin-certificate = admin client's certificate
    .help = Where the certificate of the admin client is: file: and a path, env: and a variable, or cmd: and a program.
    .example = file:keys/admin.p12

admin-key = admin client's private key
    .unset = in the certificate's file
    .help = Where the private key of the admin client is: file: and a path, env: and a variable, or cmd: and a program. The key itself is never kept here.
    .example = file:keys/admin.pem

admin-kid = admin client's key id
    .unset = the one in the key's file
    .help = The name of the admin client's key, as it stands in the self-service portal.
    .example = admin-2026-11

admin-key_password = password of the admin client's key
    .unset = none
    .help = Where the password is, if that private key is encrypted: file:, env: or cmd:.
    .example = env:ADMIN_KEY_PASSWORD

ca = certificate authorities
    .unset = those of this machine
    .help = A file with certificates to trust besides this machine's own, in PEM or DER: such as that of your network's inspection of traffic. A path begins in the folder of the file that names it.
    .example = company-ca.pem

api_key = API key
    .unset = none, and none is needed today
    .help = Where the gateway's API key is, if you were given one: file:, env: or cmd:. TT02 and production do not ask for it today; older guides do.
    .example = file:api-key.txt

scopes_requested = scopes asked for on
    .unset = no day given
    .help = The day the e-mail to Altinn's service desk was sent. From then on the wizard waits for the answer instead of asking you again.
    .example = 2026-11-20

access_requested = access asked for on
    .unset = no day given
    .help = The day the letter to the service owner was sent. From then on the wizard waits for the answer instead of asking you again.
    .example = 2026-11-20

approval_requested = approval asked for on
    .unset = no day given
    .help = The day the message to the approver was sent.
    .example = 2026-11-20

contact-name = your name
    .unset = left out of letters
    .help = The name that the receiver of a letter can reply to. Without an answer, letters leave it out.
    .example = Kari Nordmann

contact-email = your e-mail
    .unset = left out of letters
    .help = The address that the receiver of a letter can reply to, and that a resource published from here names as its contact. Without an answer, letters leave it out.
    .example = kari@example.no

contact-phone = your telephone
    .unset = left out of letters
    .help = The number that the receiver of a letter can call. Without an answer, letters leave it out.
    .example = 22 22 22 22

resource = resource
    .help = The service that files belong to, by its id in Altinn's Resource Registry. Type a part of its title, its owner or its id.
    .example = smart-files

system-id = system id
    .unset = found in the token
    .help = The id of the registered system: the vendor's organisation number, an underscore and a name. Leave it empty and it is found.
    .example = 991825827_files

system-external_ref = external reference
    .unset = none
    .help = The reference that the request for the system user had. Leave it empty if it had none, or if it was the organisation number.
    .example = branch-north

system-name-nb = system's name
    .unset = from the resource and the organisation
    .help = The name that the approver sees, in Norwegian. One language is enough: it is used for all.
    .example = Filsender

system-name-nn = system's name in Nynorsk
    .unset = as the system's name
    .help = The name for those who read Altinn in Nynorsk. Without an answer, the name of another language is used.
    .example = Filsendar

system-name-en = system's name in English
    .unset = as the system's name
    .help = The name for those who read Altinn in English. Without an answer, the name of another language is used.
    .example = File sender

system-redirect_urls = pages after the approval
    .unset = none
    .help = Web addresses of yours that the approver's browser may be sent to afterwards, separated by commas: https. Most systems have none.
    .example = https://vendor.example.no/altinn

publish-title-nb = title
    .unset = as proposed
    .help = What the resource is called where an approver sees it, in Norwegian. One language is enough: it is used for all.
    .example = Smarte filer

publish-title-nn = title in Nynorsk
    .unset = as the title
    .help = The title for those who read Altinn in Nynorsk. Without an answer, the title of another language is used.
    .example = Smarte filer

publish-title-en = title in English
    .unset = as the title
    .help = The title for those who read Altinn in English. Without an answer, the title of another language is used.
    .example = Smart files

publish-description-nb = description
    .unset = as proposed
    .help = What the resource is for, in a sentence or two. One language is enough: it is used for all.
    .example = Utveksling av filer mellom virksomheter.

publish-description-nn = description in Nynorsk
    .unset = as the description
    .help = The description for those who read Altinn in Nynorsk. Without an answer, that of another language is used.
    .example = Utveksling av filer mellom verksemder.

publish-description-en = description in English
    .unset = as the description
    .help = The description for those who read Altinn in English. Without an answer, that of another language is used.
    .example = Exchange of files between organisations.

publish-right_description-nb = right it gives
    .unset = as proposed
    .help = What an approver gives the right to with the resource, as Altinn shows it before the approval. One language is enough.
    .example = Gir rett til å sende og motta filer.

publish-right_description-nn = right it gives in Nynorsk
    .unset = as in Bokmål
    .help = The same for those who read Altinn in Nynorsk. Without an answer, the text of another language is used.
    .example = Gir rett til å sende og ta imot filer.

publish-right_description-en = right it gives in English
    .unset = as in Bokmål
    .help = The same for those who read Altinn in English. Without an answer, the text of another language is used.
    .example = Gives the right to send and receive files.

policy-approvers = who may approve
    .unset = general manager, or information and communication
    .help = The roles and access packages whose holders may approve a system user, separated by commas. Altinn's code for the general manager is dagl.
    .example = dagl, informasjon-og-kommunikasjon

policy-owner_acts = we take part ourselves
    .unset = not answered
    .help = Whether your own organisation sends, receives or subscribes too (yes), or only others do (no). If yes, the policy gets a rule for your number.
    .example = no

policy-admits = who may use it
    .unset = not answered
    .help = Any organisation whose approver agrees (any), or only those on a list that you keep (listed).
    .example = any

broker-max_size = largest file
    .unset = as Broker has it
    .help = The largest file that may be sent through the resource, in bytes or with a unit. Leave it empty and Broker's own limit holds.
    .example = 2 GB

broker-time_to_live = files are kept for
    .unset = as Broker has it
    .help = How long a file stays if nobody fetches it: at most 365 days.
    .example = 30d

broker-grace = kept after all have it
    .unset = as Broker has it
    .help = How long a file stays after all recipients have confirmed it: at most 24 hours.
    .example = 2h

broker-purge = deleted once all have it
    .unset = as Broker has it
    .help = Whether Broker deletes a file once all recipients have confirmed it (yes), or only when its time is over (no).
    .example = yes

broker-required_party = one side is always
    .unset = nobody in particular
    .help = The organisation that must be the sender or a recipient of each transfer. Leave it empty to leave it as it is; write none to take it off.
    .example = 991 825 827

access_list-id = access list
    .unset = made from the resource's id
    .help = The id of the list of organisations that may use the resource. Leave it empty and one is made.
    .example = smart-files-members

vendor-name = vendor
    .help = The vendor that runs the system for you, by the name you know it by.
    .example = Acme Files AS

vendor-approved_on = system access approved on
    .help = The day your organisation approved the vendor's system access. It is approved when Altinn lists it under «Access management», «System accesses».
    .example = 2026-11-20

vendor-transfer_seen_on = test transfer seen on
    .help =
        { $role ->
            [recipient] The day you saw a test file that came through the vendor's system: it stands in your own system, or the vendor shows it as confirmed.
           *[other] The day you saw a test file that went through the vendor's system: it stands in the system of the receiving side, or the vendor shows it as confirmed.
        }
    .example = 2026-11-21

transfer-recipients = test recipients
    .help = The organisations that are to get the test file, separated by commas. It lands in their real system, so agree with them first.
    .example = 310 456 780

transfer-file = file to send
    .unset = a made-up file, 64 KiB
    .help = A file of yours to send as the test. Leave it empty and 64 KiB are made up.
    .example = invoice.xml

transfer-id =
    { $role ->
        [recipient] transfer to fetch
        [sender] transfer to look at
       *[other] transfer
    }
    .unset =
        { $role ->
            [sender] the last test you sent
           *[other] the last marked test
        }
    .help =
        { $role ->
            [recipient] The id of a transfer to fetch. Leave it empty and the last marked test is fetched.
            [sender] The id of a transfer of yours that proves that you may send. Leave it empty and the last test you sent is looked at.
           *[other] The id of a transfer to fetch or to look at. Leave it empty and the last marked test is used.
        }
    .example = f0c2a4de-2f5c-4d2f-8a0e-6d7e7a1f9f35

events-set_aside = set aside because
    .unset = not set aside
    .help = Why there is no event subscription for now. You are then ready without this step, and it is shown as set aside.
    .example = we ask every ten minutes instead

events-by = events come by
    .unset = your webhook
    .help = Altinn calls a webhook of yours, which the internet must reach (webhook). Or you ask Altinn, and nothing has to be opened in a firewall (poll).
    .example = webhook

events-endpoint = webhook address
    .help = The web address that Altinn calls when something happens: https, and open to the internet.
    .example = https://hooks.example.no/altinn

events-types = event types
    .unset = all events
    .help = The types of event to be told about, separated by commas. Leave it empty for all of them.
    .example = no.altinn.broker.published

events-received_by_application = event seen on
    .unset = no day given
    .help = The day your own application received an event. Only you can know, so your word counts, and is shown as yours.
    .example = 2026-11-20

listen-public_url = reached from outside at
    .unset = not reached from outside
    .help = The https address under which Altinn reaches this machine while the program listens: that of your tunnel or reverse proxy.
    .example = https://hooks.example.no/
