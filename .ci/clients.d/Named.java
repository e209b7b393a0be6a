import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Both of Java's own clients, through the proxy, started with the printed lines and nothing else. */
class Named {
    private static final URI KEYS = URI.create("https://test.maskinporten.no/jwk");

    public static void main(String[] arguments) throws Exception {
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(KEYS).build(), BodyHandlers.ofString());
        var connection = (HttpURLConnection) KEYS.toURL().openConnection();
        if (answer.statusCode() != 200 || !answer.body().contains("\"keys\"") || connection.getResponseCode() != 200) {
            System.exit(1);
        }
        System.out.println("Java " + System.getProperty("java.version") + ": HttpClient and HttpURLConnection reach the services by name");
    }
}
