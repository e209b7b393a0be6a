### Brev til dei som må gjere noko, på nynorsk. Orda er Altinn og Digdir sine eigne (docs/facts/terms.md).

greeting = Hei,
closing = Venleg helsing

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
does-recipient = ta imot filer
does-service-owner = tilby ei teneste for filer

environment-sandbox = eit øvingsmiljø
environment-tt02 = testmiljøet TT02
environment-prod = produksjonsmiljøet
environment-own = miljøet { $address }

to-service-desk = Altinn Servicedesk
to-service-owner = eigaren av tenesta { $resource }
to-approver = tilgangsstyraren i { $organisation }
to-sender = ein avsendar på { $resource }
to-recipient = mottakaren på { $resource }

label-organisation = Organisasjonsnummer: { $organisation }
label-for = Handlar for: { $organisation }
label-environment = Miljø: { $environment }
label-resource = Teneste (ressurs-ID): { $resource }
label-system = System: { $system }
label-system-user = Systembrukar: { $system-user }
label-transfer = Filoverføring: { $transfer }
label-vendor = Systemleverandør: { $vendor }

reminder = Vi skreiv om dette { $day }, og har ikkje fått svar enno. Kan de seie når vi kan rekne med eit svar?

reminder-subject = Påminning: { $subject }

scopes-subject = Scopes for Altinn Formidling til { $owner }, { $environment }
scopes-ask = Vi koplar oss til Altinn Formidling for å { $does }, og ber om at verksemda vår får tilgang til desse scopa i Maskinporten:
scopes-ask-vendor = Vi er systemleverandør og koplar { $organisation } til Altinn Formidling for å { $does }. Vi ber om at verksemda vår får tilgang til desse scopa i Maskinporten:
scopes-answer = Gi oss beskjed når tilgangen er gitt, så legg vi dei til på Maskinporten-klienten vår.

access-subject = Tilgang til { $resource } for { $organisation }, { $environment }
access-ask = Vi koplar { $organisation } til Altinn Formidling for å { $does } på tenesta dykkar, { $resource }. Vi ber om at { $organisation } får tilgang.
access-do = Sjekk at { $resource } er sett opp i Altinn Formidling. Har tenesta ei tilgangsliste, legg { $organisation } til på lista.
access-rules-do = Tilgangsreglane for { $resource } manglar ein regel for { $actions }. Legg han til i Altinn Studio, og publiser ressursen på nytt. Det verkar innan ti minutt.
access-publish-do = I tilgangsreglane for { $resource } står det framleis [org] der tenesteeigaren sin eigen kode skal stå. Publiser ressursen på nytt frå Altinn Studio, så blir koden sett inn.
access-delegable-do = { $resource } er ikkje delegerbar, så ingen systembrukar kan få tilgang til han. Slå på «Delegerbar ressurs» i Altinn Studio, og publiser ressursen på nytt.
access-answer = Gi oss beskjed når det er gjort.

approver-subject = Godkjenn systemtilgang til Altinn Formidling for { $organisation }
approver-ask = Systemet vårt treng ein systemtilgang for å { $does } gjennom Altinn Formidling på vegner av { $organisation }.
approver-open = Opne lenka, logg inn for { $organisation }, les kva det blir bede om, og vel «Godkjenn systemtilgang»:
approver-find = Logg inn i Altinn for { $organisation }, og opne «Tilgangsstyring» – «Systemtilgangar». Der ligg førespurnaden. Les kva det blir bede om, og vel «Godkjenn systemtilgang».
approver-testid = Dette er eit testmiljø: Logg inn med TestID som dagleg leiar for den syntetiske organisasjonen.
approver-only = Førespurnaden gjeld tenesta { $resource }, og ingenting anna.
approver-role = Du må vere tilgangsstyrar for { $organisation } i Altinn, og sjølv ha rettane det blir bede om. Manglar du dei, kan du sende førespurnaden vidare. Det tek eitt minutt, og tilgangen kan trekkjast tilbake når som helst.

counterpart-send-subject = Ei testfil til { $organisation } på { $resource }, { $environment }
counterpart-send-ask = Vi gjer oss klare til å ta imot filer for { $organisation } gjennom Altinn Formidling på tenesta { $resource }.
counterpart-send-do = Send oss éi lita testfil, med { $organisation } som mottakar. Gi oss beskjed når ho er send, og kva ID filoverføringa fekk, så finn vi ho.
counterpart-fetch-subject = Ei testfil frå { $organisation } på { $resource }, { $environment }
counterpart-fetch-ask = Vi gjer oss klare til å sende filer for { $organisation } gjennom Altinn Formidling på tenesta { $resource }.
counterpart-fetch-do = Vi har sendt dykk éi lita testfil. Last ned fila, stadfest nedlastinga, og gi oss beskjed når det er gjort.
counterpart-fetch-ready = Vi vil sende dykk éi lita testfil. Er de klare til å laste ned fila og stadfeste nedlastinga?
