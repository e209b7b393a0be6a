### What is told of a value to choose from, beside the value and its name; and why there is no list.

owned-by = { $owner }, { $number }
owned-by-name = { $owner }
owned-by-number = { $number }
system-for = for { $resources }
system-for-nothing = ikkje for nokon ressurs enno
subscribed = { $count ->
    [one] har eitt av abonnementa dine
   *[other] har { $count } av abonnementa dine
  }
subscribed-unvalidated = abonnerer, og har ikkje svart Altinn enno
sent-by = frå { $sender }, { $at }, { $status }
sent-at-no-time = frå { $sender }, { $status }
sandbox-owner = eig tenester i sandkassa, som { $code }
sandbox-organisation = i sandkassa

none-no-client = Lista treng klienten: ID-en, nøkkelen og nøkkel-ID-en. Du kan skrive verdien sjølv.
none-no-scope = Klienten får ikkje hente lista: han manglar { $scope }. Du kan skrive verdien sjølv.
none-not-told = Det er inga liste no: { $why }. Du kan skrive verdien sjølv.

not-known = ukjent for denne versjonen
