### What the engine says: why something could not be opened, saved or done. Every front shows these lines.

no-folder = Dette systemet oppgir ingen mappe å lagre i. Sett BROKER_SETUP_HOME til en mappe.
profile-missing = Det finnes ingen profil som heter { $name }. Disse finnes: { $names }.
profile-missing-alone = Det finnes ingen profil som heter { $name }; det finnes ingen ennå. Kjør: broker-setup profile new { $name } --role sender --environment sandbox
profile-name = { $name } kan ikke være navnet på en profil: bokstaver, siffer, mellomrom, punktum, bindestrek og understrek, høyst 40.
profile-taken = Det finnes allerede en profil som heter { $name }.
profile-broken = { $name } kunne ikke leses. Den er tatt vare på som { $path }; ingenting av den er tapt.
profile-foreign = { $name } er ikke en profil for broker-setup. Den er ikke rørt.
profile-newer = { $name } er skrevet av en nyere versjon av broker-setup. Den er ikke rørt.
profile-unreadable = { $name } kunne ikke leses: { $path }: { $reason }
file-missing = Det finnes ingen fil { $path }.
file-not-regular =
    { $kind ->
        [folder] { $path } er en mappe. Oppgi en fil.
        [pipe] { $path } er et navngitt rør. Legg en fil der i stedet.
        [terminal] { $path } er en terminal. Oppgi en fil, eller la en kommando skrive til et rør.
        [socket] { $path } er en socket. Oppgi en fil.
       *[device] { $path } er en enhet. Oppgi en fil.
    }
file-leads-nowhere = { $path } er en lenke til { $target }, der det ikke er noe. Legg filen der, eller fjern lenken.
file-too-large = { $path } er større enn { $limit }. Så mye leser ikke broker-setup; oppgi en annen fil.
file-took-too-long = { $path } kom ikke til slutten på { $seconds } sekunder. Oppgi en fil, eller la en kommando skrive til røret med en gang.
answers-replaced = Endret av et annet program også, og erstattet av svaret ditt: { $answers }.
answers-taken = Et annet program har endret: { $answers }. Før det var det: { $earlier }.
no-answers = Verken --profile eller --answers er oppgitt, og ingen profil har vært åpnet før. Kjør: broker-setup check --profile NAME
no-role = Rollen mangler. Oppgi --role sender, --role recipient eller --role service-owner, eller skriv den i svarfilen.
using-last = Bruker profilen { $name }, som sist ble åpnet.
answers-unreadable = { $path } kan ikke leses: { $reason }
answers-syntax = dette er ikke TOML: { $reason }
answers-not-text = { $path } er ikke tekst. En svarfil er TOML, skrevet i et hvilket som helst tekstprogram, med ett svar på hver linje: role = "sender"
answers-other-format = dette er { $format }; en svarfil er TOML, med ett svar på hver linje: role = "sender"
answers-unquoted = dette er ikke TOML: verdien til { $key } har ingen anførselstegn. Skriv { $key } = "…".
answers-curly-quotes = dette er ikke TOML: anførselstegnene til { $key } er krøllete. Skriv { $key } = "…", med de rette anførselstegnene på tastaturet.
answers-backslash = dette er ikke TOML: mellom doble anførselstegn betyr en omvendt skråstrek noe annet. Skriv { $key } = '…', med enkle anførselstegn.
answers-no-equals = dette er ikke TOML: { $key } har ikke noe likhetstegn. Skriv { $key } = "…".
answers-version = denne filen er av versjon { $version }; dette programmet leser versjon 1.
answer-unknown = { $key } er ikke et svar. Svarene vises med: broker-setup check --help
answer-unknown-near = { $key } er ikke et svar. Ett som ligner: { $close }.
answer-shape = { $key } er av typen { $kind }; det skulle være en tekst.
environment-incomplete = et eget miljø har platform og maskinporten.
in-file = { $file }, linje { $line }
address-plain-http = Ingenting ble sendt: adressen { $name } er ren http, og hemmeligheter sendes bare over https. Skriv { $meant } i stedet.
address-retired = Ingenting ble sendt: adressen { $name } nevner { $host }, som er fra eldre veiledninger. Skriv { $meant } i stedet.
address-meant = Ingenting ble sendt: adressen { $name } er ikke en basisadresse. Skriv { $meant } i stedet.
address-unusable = Ingenting ble sendt: adressen { $name } er ikke en basisadresse: { $address }
not-saved = Ikke lagret: { $path }: { $reason }.
not-saved-hangs = Ikke lagret: disken har ikke svart på { $seconds } sekunder.
not-saved-locked = Ikke lagret: et annet program endrer det som er i { $path }, og er ikke ferdig etter 5 sekunder.
state-broken = Noe som var lagret, kunne ikke leses. Det ligger nå i { $path }; sjekkene begynner på nytt.
state-newer = Ikke lagret: det som er lagret om denne tilkoblingen, er skrevet av en nyere versjon av broker-setup.
settings-broken = Innstillingene kunne ikke leses. De ligger nå i { $path }; det du valgte nå, er lagret.
sandbox-not-running = Sandkassen kjører ikke.
sandbox-listen = Sandkassen startet ikke: den kan ikke lytte på { $address }: { $reason }
sandbox-not-loopback = Sandkassen startet ikke: { $address } er ikke en adresse bare for denne maskinen.
sandbox-served = Sandkassen startet ikke: en annen prosess har verdenen til sandkassen, men svarer ikke ennå.
sandbox-world = Sandkassen startet ikke: verdenen til sandkassen kan ikke lagres: { $reason }
sandbox-world-newer = Sandkassen startet ikke: en nyere versjon av broker-setup skrev verdenen til sandkassen, og den er ikke rørt. Bruk den versjonen, eller begynn en ny verden med: broker-setup sandbox --fresh
sandbox-world-broken = Noe som var lagret, kunne ikke leses. Det ligger nå i { $path }; sandkassen har en ny verden.
sandbox-keys = Nøklene til sandkassen kan ikke lagres: { $reason }
sandbox-answer = Svaret fra sandkassen på { $field } er ikke et som denne versjonen godtar.
faults-no-answer = Sandkassen ble ikke spurt om hvordan den svikter: { $host } svarer ikke.
faults-refused = Sandkassen ble ikke spurt om hvordan den svikter: den avviste med { $status }.
faults-foreign = Sandkassen ble ikke spurt om hvordan den svikter: { $host } er ingen sandkasse.
faults-local = Sandkassen ble ikke spurt om hvordan den svikter: stoppet på denne maskinen: { $reason }
key-unusable = Den private nøkkelen kan ikke leses, så den offentlige delen kan ikke kopieres. Sjekken av den private nøkkelen sier hvorfor.
receiver-listen = Mottakeren av hendelser startet ikke: den kan ikke lytte på { $address }: { $reason }
not-known = Ikke kjent for denne versjonen.
keys-moved = Nøklene som ble laget for den, er tatt vare på i { $path }.
keys-not-moved = Nøklene som ble laget for den, ligger fortsatt i { $path }: { $reason }
