### Brev til dem som må gjøre noe, på bokmål. Ordene er Altinns og Digdirs egne (docs/facts/terms.md).

greeting = Hei,
closing = Vennlig hilsen

day = { $day }. { $month } { $year }
month = { $number ->
    [1] januar
    [2] februar
    [3] mars
    [4] april
    [5] mai
    [6] juni
    [7] juli
    [8] august
    [9] september
    [10] oktober
    [11] november
   *[12] desember
  }

does-sender = sende filer
does-recipient = motta filer
does-service-owner = tilby en tjeneste for filer

environment-sandbox = et øvingsmiljø
environment-tt02 = testmiljøet TT02
environment-prod = produksjonsmiljøet
environment-own = miljøet { $address }

to-service-desk = Altinn Servicedesk
to-service-owner = eieren av tjenesten { $resource }
to-approver = tilgangsstyreren i { $organisation }
to-sender = en avsender på { $resource }
to-recipient = mottakeren på { $resource }

label-organisation = Organisasjonsnummer: { $organisation }
label-for = Handler for: { $organisation }
label-environment = Miljø: { $environment }
label-resource = Tjeneste (ressurs-ID): { $resource }
label-system = System: { $system }
label-system-user = Systembruker: { $system-user }
label-transfer = Filoverføring: { $transfer }
label-vendor = Systemleverandør: { $vendor }

reminder = Vi skrev om dette { $day }, og har ikke fått svar ennå. Kan dere si når vi kan regne med et svar?

reminder-subject = Påminnelse: { $subject }

scopes-subject = Scopes for Altinn Formidling til { $owner }, { $environment }
scopes-ask = Vi kobler oss til Altinn Formidling for å { $does }, og ber om at virksomheten vår får tilgang til disse scopene i Maskinporten:
scopes-ask-vendor = Vi er systemleverandør og kobler { $organisation } til Altinn Formidling for å { $does }. Vi ber om at virksomheten vår får tilgang til disse scopene i Maskinporten:
scopes-answer = Gi oss beskjed når tilgangen er gitt, så legger vi scopene til på Maskinporten-klienten vår.

access-subject = Tilgang til { $resource } for { $organisation }, { $environment }
access-ask = Vi kobler { $organisation } til Altinn Formidling for å { $does } på tjenesten deres, { $resource }. Vi ber om at { $organisation } får tilgang.
access-do = Sjekk at { $resource } er satt opp i Altinn Formidling. Har tjenesten en tilgangsliste, legg { $organisation } til på listen.
access-rules-do = Tilgangsreglene for { $resource } mangler en regel for { $actions }. Legg den til i Altinn Studio, og publiser ressursen på nytt. Det virker innen ti minutter.
access-publish-do = I tilgangsreglene for { $resource } står det fortsatt [org] der tjenesteeierens egen kode skal stå. Publiser ressursen på nytt fra Altinn Studio, så settes koden inn.
access-delegable-do = { $resource } er ikke delegerbar, så ingen systembruker kan få tilgang til den. Slå på «Delegerbar ressurs» i Altinn Studio, og publiser ressursen på nytt.
access-answer = Gi oss beskjed når det er gjort.

approver-subject = Godkjenn systemtilgang til Altinn Formidling for { $organisation }
approver-ask = Systemet vårt trenger en systemtilgang for å { $does } gjennom Altinn Formidling på vegne av { $organisation }.
approver-open = Åpne lenken, logg inn for { $organisation }, les hva det blir bedt om, og velg «Godkjenn systemtilgang»:
approver-find = Logg inn i Altinn for { $organisation }, og åpne «Tilgangsstyring» – «Systemtilganger». Der ligger forespørselen. Les hva det blir bedt om, og velg «Godkjenn systemtilgang».
approver-testid = Dette er et testmiljø: Logg inn med TestID som daglig leder for den syntetiske organisasjonen.
approver-only = Forespørselen gjelder tjenesten { $resource }, og ingenting annet.
approver-role = Du må være tilgangsstyrer for { $organisation } i Altinn, og selv ha rettighetene det blir bedt om. Mangler du dem, kan du sende forespørselen videre. Det tar et minutt, og tilgangen kan trekkes tilbake når som helst.

counterpart-send-subject = En testfil til { $organisation } på { $resource }, { $environment }
counterpart-send-ask = Vi gjør oss klare til å motta filer for { $organisation } gjennom Altinn Formidling på tjenesten { $resource }.
counterpart-send-do = Send oss én liten testfil, med { $organisation } som mottaker. Gi oss beskjed når den er sendt, og hvilken ID filoverføringen fikk, så finner vi den.
counterpart-fetch-subject = En testfil fra { $organisation } på { $resource }, { $environment }
counterpart-fetch-ask = Vi gjør oss klare til å sende filer for { $organisation } gjennom Altinn Formidling på tjenesten { $resource }.
counterpart-fetch-do = Vi har sendt dere én liten testfil. Last den ned, bekreft nedlastingen, og gi oss beskjed når det er gjort.
counterpart-fetch-ready = Vi vil sende dere én liten testfil. Er dere klare til å laste den ned og bekrefte nedlastingen?
