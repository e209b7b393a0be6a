### The names of the five steps. `.short` is for lists, `.about-…` describes the step to each role.

key = API-nøkkel og tilgang til scopes
    .short = Nøkkel og scopes
    .about-sender = Altinn svarar deg, og Altinn Servicedesk har gitt verksemda di scopa ein avsendar treng. Eit scope er eit løyve med eit namn, slik som altinn:broker.write.
    .about-recipient = Altinn svarar deg, og Altinn Servicedesk har gitt verksemda di scopa ein mottakar treng. Eit scope er eit løyve med eit namn, slik som altinn:broker.read.
    .about-service-owner = Altinn svarar deg, og Altinn Servicedesk har gitt verksemda di scopa ein tenesteeigar treng. Eit scope er eit løyve med eit namn, slik som altinn:serviceowner.
    .about-by-vendor = Leverandøren din har scopa som trengst, og ein API-nøkkel der det er kravd. Du har ingenting å gjere her.

client = Maskinporten-klient
    .short = Maskinporten-klient
    .about-sender = Maskinporten er Noregs innlogging for maskiner. Verksemda har sin eigen klient der, med ein nøkkel og scopa ein avsendar treng. Han beviser for Altinn kven som kallar.
    .about-recipient = Maskinporten er Noregs innlogging for maskiner. Verksemda har sin eigen klient der, med ein nøkkel og scopa ein mottakar treng. Han beviser for Altinn kven som kallar.
    .about-service-owner = Maskinporten er Noregs innlogging for maskiner. Verksemda har sin eigen klient der, med ein nøkkel og scopa ein tenesteeigar treng. Han beviser for Altinn kven som kallar.
    .about-by-vendor = Maskinporten er Noregs innlogging for maskiner. Leverandøren din har sin eigen klient der, og kallar Altinn for deg. Du har ingenting å gjere her.

access = Ressursen
    .short = Ressursen
    .about-sender = Ein ressurs er tenesta som filene høyrer til. Eigaren bestemmer kven som får sende. Ein systembrukar som verksemda di har godkjent, lèt systemet ditt sende på vegner av verksemda.
    .about-recipient = Ein ressurs er tenesta som filene høyrer til. Eigaren bestemmer kven som får ta imot. Ein systembrukar som verksemda di har godkjent, lèt systemet ditt ta imot på vegner av verksemda.
    .about-service-owner = Ressursen er tenesta som filene høyrer til. Han er publisert med reglar for kven som får sende og ta imot, og sett opp i Altinn Formidling med verksemda di som eigar.
    .about-by-vendor = Leverandøren din registrerer systemet sitt og ber om ein systemtilgang: retten til å handle for verksemda di. Verksemda godkjenner han i Altinn. Berre du kan sjå om han er godkjend, og om han verkar. Sei det her når du har sett det.

integrate = Formidlings-API-et
    .short = Formidlings-API-et
    .about-sender = Ei lita testfil, merkt som test, blir send gjennom Altinn Formidling. Når ho er publisert, verkar sendinga.
    .about-recipient = Ei lita testfil, merkt som test, blir henta frå Altinn Formidling og stadfesta. Når det er gjort, verkar mottaket.
    .about-service-owner = Altinn Formidling svarar verksemda di som eigar, og ei lita testfil, merkt som test, går heile vegen gjennom ressursen.
    .about-by-vendor = Leverandøren din sender og tek imot filene. Avtal ei lita testoverføring med dei, og sei i steg 3 når du har sett ho komme fram.

events = Abonnement på hendingar
    .short = Hendingsabonnement
    .about-sender = Altinn kallar ei nettadresse hos deg, ein webhook, når det skjer noko med ei fil: ho er publisert, lasta ned, stadfesta. Utan han må systemet ditt spørje om og om igjen. Du kan legge dette steget til side.
    .about-recipient = Altinn kallar ei nettadresse hos deg, ein webhook, når ei fil er klar for deg. Utan han må systemet ditt spørje om og om igjen. Du kan legge dette steget til side.
    .about-service-owner = Altinn kallar ei nettadresse hos deg, ein webhook, når det skjer noko med ei fil i ressursen din. Utan han må systemet ditt spørje om og om igjen. Du kan legge dette steget til side.
    .about-by-vendor = Systemet til leverandøren får høyre frå Altinn når det skjer noko med ei fil, eller spør sjølv. Du har ingenting å gjere her.
