### The names of the five steps. `.short` is for lists, `.about-…` describes the step to each role.

key = API-nøkkel og tilgang til scopes
    .short = Nøkkel og scopes
    .about-sender = Altinn svarer deg, og Altinn Servicedesk har gitt virksomheten din scopene en avsender trenger. Et scope er en tillatelse med et navn, slik som altinn:broker.write.
    .about-recipient = Altinn svarer deg, og Altinn Servicedesk har gitt virksomheten din scopene en mottaker trenger. Et scope er en tillatelse med et navn, slik som altinn:broker.read.
    .about-service-owner = Altinn svarer deg, og Altinn Servicedesk har gitt virksomheten din scopene en tjenesteeier trenger. Et scope er en tillatelse med et navn, slik som altinn:serviceowner.
    .about-by-vendor = Leverandøren din har scopene som trengs, og en API-nøkkel der det kreves. Du har ingenting å gjøre her.

client = Maskinporten-klient
    .short = Maskinporten-klient
    .about-sender = Maskinporten er Norges innlogging for maskiner. Virksomheten har sin egen klient der, med en nøkkel og scopene en avsender trenger. Den beviser for Altinn hvem som kaller.
    .about-recipient = Maskinporten er Norges innlogging for maskiner. Virksomheten har sin egen klient der, med en nøkkel og scopene en mottaker trenger. Den beviser for Altinn hvem som kaller.
    .about-service-owner = Maskinporten er Norges innlogging for maskiner. Virksomheten har sin egen klient der, med en nøkkel og scopene en tjenesteeier trenger. Den beviser for Altinn hvem som kaller.
    .about-by-vendor = Maskinporten er Norges innlogging for maskiner. Leverandøren din har sin egen klient der, og kaller Altinn for deg. Du har ingenting å gjøre her.

access = Ressursen
    .short = Ressursen
    .about-sender = En ressurs er tjenesten som filene hører til. Eieren bestemmer hvem som får sende. En systembruker som virksomheten din har godkjent, lar systemet ditt sende på vegne av virksomheten.
    .about-recipient = En ressurs er tjenesten som filene hører til. Eieren bestemmer hvem som får motta. En systembruker som virksomheten din har godkjent, lar systemet ditt motta på vegne av virksomheten.
    .about-service-owner = Ressursen er tjenesten som filene hører til. Den er publisert med regler for hvem som får sende og motta, og satt opp i Altinn Formidling med virksomheten din som eier.
    .about-by-vendor = Leverandøren din registrerer systemet sitt og ber om en systemtilgang: retten til å handle for virksomheten din. Virksomheten godkjenner den i Altinn. Bare du kan se om den er godkjent, og om den virker. Si det her når du har sett det.

integrate = Formidlings-API-et
    .short = Formidlings-API-et
    .about-sender = En liten testfil, merket som test, sendes gjennom Altinn Formidling. Når den er publisert, virker sendingen.
    .about-recipient = En liten testfil, merket som test, hentes fra Altinn Formidling og bekreftes. Når det er gjort, virker mottaket.
    .about-service-owner = Altinn Formidling svarer virksomheten din som eier, og en liten testfil, merket som test, går hele veien gjennom ressursen.
    .about-by-vendor = Leverandøren din sender og mottar filene. Avtal en liten testoverføring med dem, og si i steg 3 når du har sett den komme fram.

events = Hendelsesabonnement
    .short = Hendelsesabonnement
    .about-sender = Altinn kaller en nettadresse hos deg, en webhook, når det skjer noe med en fil: den er publisert, lastet ned, bekreftet. Uten den må systemet ditt spørre om og om igjen. Du kan legge dette steget til side.
    .about-recipient = Altinn kaller en nettadresse hos deg, en webhook, når en fil er klar for deg. Uten den må systemet ditt spørre om og om igjen. Du kan legge dette steget til side.
    .about-service-owner = Altinn kaller en nettadresse hos deg, en webhook, når det skjer noe med en fil i ressursen din. Uten den må systemet ditt spørre om og om igjen. Du kan legge dette steget til side.
    .about-by-vendor = Leverandørens system får høre fra Altinn når det skjer noe med en fil, eller spør selv. Du har ingenting å gjøre her.
