### Letters to the people who must act, in English.

greeting = Hello,
closing = Kind regards

day = { $day } { $month } { $year }
month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  }

does-sender = send files
does-recipient = receive files
does-service-owner = offer a service for files

environment-sandbox = a practice environment
environment-tt02 = the test environment TT02
environment-prod = the production environment
environment-own = the environment { $address }

to-service-desk = Altinn's service desk
to-service-owner = the owner of the service { $resource }
to-approver = the access manager at { $organisation }
to-sender = a sender on { $resource }
to-recipient = the recipient on { $resource }

label-organisation = Organisation number: { $organisation }
label-for = Acts for: { $organisation }
label-environment = Environment: { $environment }
label-resource = Service (resource id): { $resource }
label-system = System: { $system }
label-system-user = System user: { $system-user }
label-transfer = File transfer: { $transfer }
label-vendor = System vendor: { $vendor }

reminder = We wrote about this on { $day } and have not had an answer yet. Could you tell us when we can expect one?

reminder-subject = Reminder: { $subject }

scopes-subject = Scopes for Altinn Broker for { $owner }, { $environment }
scopes-ask = We are connecting to Altinn Broker to { $does }, and ask for our organisation to be granted these scopes in Maskinporten:
scopes-ask-vendor = We are a system vendor and are connecting { $organisation } to Altinn Broker to { $does }. We ask for our organisation to be granted these scopes in Maskinporten:
scopes-answer = Let us know when they are granted, so that we can add them to our Maskinporten client.

access-subject = Access to { $resource } for { $organisation }, { $environment }
access-ask = We are connecting { $organisation } to Altinn Broker to { $does } on your service, { $resource }. We ask for { $organisation } to be given access.
access-do = Check that { $resource } is set up in Altinn Broker. If the service has an access list, add { $organisation } to it.
access-rules-do = The policy rules of { $resource } have no rule for { $actions }. Add it in Altinn Studio and publish the resource again. It takes effect within ten minutes.
access-publish-do = The policy rules of { $resource } still have [org] where the service owner's own code should stand. Publish the resource again from Altinn Studio, which puts the code there.
access-delegable-do = { $resource } is not delegable, so no system user can be given access to it. Turn on "Delegable" in Altinn Studio and publish the resource again.
access-answer = Let us know when it is done.

approver-subject = Approve system access to Altinn Broker for { $organisation }
approver-ask = Our system needs a system access in order to { $does } through Altinn Broker on behalf of { $organisation }.
approver-open = Open this link, log in for { $organisation }, read what is asked for, and choose "Approve system access":
approver-find = Log in to Altinn for { $organisation }, and open "Access management", "System accesses". The request is there. Read what is asked for, and choose "Approve system access".
approver-testid = This is a test environment: log in with TestID as the general manager of the synthetic organisation.
approver-only = The request is for the service { $resource }, and for nothing else.
approver-role = You must be an access manager for { $organisation } in Altinn, and must yourself have the rights that are asked for. If you lack them, you can forward the request. It takes a minute, and the access can be withdrawn at any time.

counterpart-send-subject = A test file for { $organisation } on { $resource }, { $environment }
counterpart-send-ask = We are getting ready to receive files for { $organisation } through Altinn Broker on the service { $resource }.
counterpart-send-do = Send us one small test file, with { $organisation } as the recipient. Let us know when it has been sent, and which id the file transfer was given, so that we can find it.
counterpart-fetch-subject = A test file from { $organisation } on { $resource }, { $environment }
counterpart-fetch-ask = We are getting ready to send files for { $organisation } through Altinn Broker on the service { $resource }.
counterpart-fetch-do = We have sent you one small test file. Download it, confirm the download, and let us know when it is done.
counterpart-fetch-ready = We would like to send you one small test file. Are you ready to download it and confirm the download?
