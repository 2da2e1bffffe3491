import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import java.io.PrintStream;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One OpenSearch node on loopback: folder, HTTP port. Says "ready" and runs until it is killed. */
public class Node {
    public static void main(String[] args) throws Exception {
        // OpenSearch puts its log in the place of System.out
        PrintStream out = System.out;
        int port = Integer.parseInt(args[1]);
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
                    settings.put("network.host", "127.0.0.1");
                    settings.put("http.port", port);
                    settings.put("transport.port", 0);
                    settings.put("discovery.type", "single-node");
                    settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
                })
                .build(newConfigs().clusterName("rivages").numOfNode(1).basePath(args[0]));
        out.println("ready");
        out.flush();
        Thread.sleep(Long.MAX_VALUE);
    }
}
