#!/usr/bin/env bash
# Makes every file beside it anew: throw-away keys, in each form that people have. None was ever registered anywhere.
# Needs OpenSSL 3 with its legacy provider, Python 3 with cryptography, ssh-keygen and keytool. The password is "sesame".
set -euo pipefail
cd "$(dirname "$0")"
find . -type f ! -name make.sh ! -name make.py ! -name .gitattributes -delete

legacy=(-provider default -provider legacy)
password=(-passout pass:sesame)

# The key that every readable file holds, and another one.
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out pkcs8.pem
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out other.pem
openssl rsa -in pkcs8.pem -traditional -out pkcs1.pem 2>/dev/null
openssl rsa -in pkcs8.pem -traditional -outform DER -out pkcs1.der 2>/dev/null
openssl pkcs8 -topk8 -nocrypt -in pkcs8.pem -outform DER -out pkcs8.der
openssl rsa -in pkcs8.pem -pubout -out public.pem 2>/dev/null
openssl rsa -in pkcs8.pem -RSAPublicKey_out -out public-pkcs1.pem 2>/dev/null

# An enterprise certificate and its issuers: the leaf names organisation 310100005.
openssl req -x509 -newkey rsa:2048 -noenc -keyout root.key -out root.crt -days 7300 -subj "/C=NO/O=Throw-away/CN=Throw-away Root" 2>/dev/null
openssl req -newkey rsa:2048 -noenc -keyout issuer.key -out issuer.csr -subj "/C=NO/O=Throw-away/CN=Throw-away Issuer" 2>/dev/null
openssl x509 -req -in issuer.csr -CA root.crt -CAkey root.key -days 7000 -set_serial 2 -out issuer.crt \
  -extfile <(echo basicConstraints=critical,CA:TRUE) 2>/dev/null
openssl req -new -key pkcs8.pem -out leaf.csr -subj "/C=NO/O=EXAMPLE AS/2.5.4.97=NTRNO-310100005/CN=EXAMPLE AS" 2>/dev/null
openssl x509 -req -in leaf.csr -CA issuer.crt -CAkey issuer.key -days 3650 -set_serial 3 -out certificate.pem 2>/dev/null
openssl req -new -key pkcs8.pem -out older.csr -subj "/C=NO/O=EXAMPLE AS/serialNumber=310100005/CN=EXAMPLE AS" 2>/dev/null
openssl x509 -req -in older.csr -CA issuer.crt -CAkey issuer.key -days 3650 -set_serial 4 -out certificate-serial-number.pem 2>/dev/null
openssl x509 -in certificate.pem -outform DER -out certificate.der
openssl crl2pkcs7 -nocrl -certfile certificate.pem -out certificate.p7b
cat certificate.pem issuer.crt root.crt pkcs8.pem >certificate-first.pem
cat pkcs1.pem root.crt issuer.crt certificate.pem >key-first.pem
cat other.pem pkcs8.pem certificate.pem >two-keys-certificate.pem
cat pkcs8.pem other.pem >two-keys.pem

# Enterprise certificates whose issuers are named as the real ones are: for tests and for production.
enterprise() {
  openssl req -x509 -newkey rsa:2048 -noenc -keyout named.key -out named.crt -days 7300 -subj "$2" 2>/dev/null
  openssl req -new -key pkcs8.pem -out named.csr -subj "/C=NO/O=EXAMPLE AS/2.5.4.97=NTRNO-310100005/CN=EXAMPLE AS" 2>/dev/null
  openssl x509 -req -in named.csr -CA named.crt -CAkey named.key -days 7000 -set_serial 5 -out named.pem 2>/dev/null
  openssl pkcs12 -export -inkey pkcs8.pem -in named.pem -certfile named.crt -passout pass: -out "$1"
  rm named.*
}
enterprise buypass-test.p12 "/C=NO/O=Buypass AS/CN=Buypass Class 3 Test4 CA G2 ST Business"
enterprise buypass-production.p12 "/C=NO/O=Buypass AS/CN=Buypass Class 3 CA G2 ST Business"
enterprise commfides-test.p12 "/C=NO/O=Commfides Norge AS/CN=Commfides Legal Person - G3 - TEST"
enterprise commfides-production.p12 "/C=NO/O=Commfides Norge AS/CN=CPN Enterprise SHA256 CLASS 3"

# Protected with a password, in ways that are read.
openssl pkcs8 -topk8 -v2 aes-256-cbc -in pkcs8.pem -out pbes2-aes256.pem "${password[@]}"
openssl pkcs8 -topk8 -v2 aes-128-cbc -v2prf hmacWithSHA1 -in pkcs8.pem -out pbes2-aes128-sha1.pem "${password[@]}"
openssl pkcs8 -topk8 -v2 des3 -in pkcs8.pem -out pbes2-3des.pem "${password[@]}"
openssl pkcs8 -topk8 -scrypt -in pkcs8.pem -out scrypt.pem "${password[@]}"
openssl pkcs8 -topk8 -v2 aes-256-cbc -in pkcs8.pem -outform DER -out pbes2.der "${password[@]}"
openssl pkcs12 -export -inkey pkcs8.pem -in certificate.pem -certfile <(cat root.crt issuer.crt) -name key -out openssl3.p12 "${password[@]}"
openssl pkcs12 -export -legacy -inkey pkcs8.pem -in certificate.pem -certfile <(cat issuer.crt root.crt) -name key -out legacy.p12 "${password[@]}"
openssl pkcs12 -export -inkey pkcs8.pem -in certificate.pem -passout pass: -out no-password.p12
openssl pkcs12 -export -nokeys -in certificate.pem -out certificates-only.p12 "${password[@]}"
openssl pkcs12 -in openssl3.p12 -passin pass:sesame -noenc -out bag-attributes.pem

# Protected in ways that are only named.
openssl pkcs8 -topk8 -v1 PBE-MD5-DES "${legacy[@]}" -in pkcs8.pem -out pbes1.pem "${password[@]}"
openssl pkcs8 -topk8 -v1 PBE-SHA1-3DES -in pkcs8.pem -out pbes1-sha1-3des.pem "${password[@]}"
openssl pkcs8 -topk8 -v2 camellia-256-cbc -in pkcs8.pem -out pbes2-camellia.pem "${password[@]}"
# Two million rounds: more work than a file may ask for.
openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 2000000 -in pkcs8.pem -out pbes2-costly.pem "${password[@]}"
openssl rsa -in pkcs8.pem -traditional -aes256 -out dek-info.pem "${password[@]}" 2>/dev/null
keytool -importkeystore -srckeystore openssl3.p12 -srcstoretype PKCS12 -srcstorepass sesame -destkeystore store.jks \
  -deststoretype JKS -deststorepass sesame -destkeypass sesame 2>/dev/null
keytool -importkeystore -srckeystore openssl3.p12 -srcstoretype PKCS12 -srcstorepass sesame -destkeystore keytool.p12 \
  -deststoretype PKCS12 -deststorepass sesame 2>/dev/null
cp pkcs8.pem openssh && chmod 600 openssh && ssh-keygen -q -p -N '' -P '' -f openssh >/dev/null

# Of another kind.
openssl ecparam -name prime256v1 -genkey -out ec-sec1.pem
openssl pkcs8 -topk8 -nocrypt -in ec-sec1.pem -out ec-pkcs8.pem
openssl genpkey -algorithm ed25519 -out ed25519.pem
openssl genpkey -quiet -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -out rsa-pss.pem
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out rsa-1024.pem

python3 make.py
rm -f *.csr issuer.key root.key issuer.crt root.crt
