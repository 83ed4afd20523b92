package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.CloudRole;
import io.jiyun.api.v1alpha1.NetworkZone;
import io.jiyun.console.cloud.CloudCatalogue;
import io.jiyun.console.cloud.CloudSummary;
import io.jiyun.console.cloud.PoolSummary;
import io.jiyun.quota.amount.Resources;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clouds and pools. */
@RestController
@RequestMapping("/api/v1")
class CloudApi {
    private final CloudCatalogue catalogue;
    private final CallerLanguage language;

    CloudApi(CloudCatalogue catalogue, CallerLanguage language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    record Cloud(
            String name,
            String displayName,
            CloudRole role,
            @Nullable String region,
            @Nullable String owner,
            @Nullable Boolean reachable,
            @Nullable String version,
            boolean simulated,
            List<Pool> pools,
            List<Message> problems) {}

    record Pool(
            String cloud,
            String name,
            NetworkZone zone,
            String architecture,
            @Nullable Map<String, String> capacity,
            @Nullable Map<String, String> allocatable,
            @Nullable Map<String, String> committed,
            @Nullable Map<String, String> used) {}

    @GetMapping("/clouds")
    PageOf<Cloud> clouds(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(name = "q", defaultValue = "") String text,
            HttpServletRequest request) {
        String sought = text.toLowerCase(Locale.ROOT);
        return Paging.of(page, size)
                .cut(
                        catalogue.clouds().stream()
                                .filter(cloud ->
                                        cloud.name().contains(sought)
                                                || cloud.displayName().contains(text))
                                .map(cloud -> cloud(cloud, language.of(request)))
                                .toList());
    }

    @GetMapping("/clouds/{name}")
    Cloud cloud(@PathVariable String name, HttpServletRequest request) {
        return catalogue
                .cloud(name)
                .map(cloud -> cloud(cloud, language.of(request)))
                .orElseThrow(() -> new NotFound("api.cloud-not-found", name));
    }

    @GetMapping("/pools")
    PageOf<Pool> pools(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(name = "q", defaultValue = "") String text) {
        return Paging.of(page, size)
                .cut(
                        catalogue.pools().stream()
                                .filter(pool -> pool.key().toString().contains(text))
                                .map(CloudApi::pool)
                                .toList());
    }

    private static Cloud cloud(CloudSummary cloud, Locale locale) {
        return new Cloud(
                cloud.name(),
                cloud.displayName(),
                cloud.role(),
                cloud.region(),
                cloud.owner(),
                cloud.reachable(),
                cloud.version(),
                cloud.simulated(),
                cloud.pools().stream().map(CloudApi::pool).toList(),
                Message.of(cloud.violations(), locale));
    }

    private static Pool pool(PoolSummary pool) {
        return new Pool(
                pool.key().cloud(),
                pool.key().pool(),
                pool.zone(),
                pool.architecture(),
                print(pool.capacity()),
                print(pool.allocatable()),
                print(pool.committed()),
                print(pool.used()));
    }

    static @Nullable Map<String, String> print(@Nullable Resources resources) {
        return resources == null ? null : resources.print();
    }
}
