
key-unusable = Den private nøkkelen kan ikke leses, så den offentlige delen kan ikke kopieres. Sjekken av den private nøkkelen sier hvorfor.
