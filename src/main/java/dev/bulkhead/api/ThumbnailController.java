package dev.bulkhead.api;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.console.Thumbnail;
import dev.bulkhead.console.ThumbnailService;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pictures that pages show of machines' screens; no part of the API, since there are none that no page looks at. */
@RestController
@Hidden
class ThumbnailController {

    private final ThumbnailService thumbnails;

    ThumbnailController(ThumbnailService thumbnails) {
        this.thumbnails = thumbnails;
    }

    /** The service asks for the right: who lacks it is told what is told of a picture that is not there. */
    @GetMapping("/thumbnails/{id}")
    @PermitAll
    ResponseEntity<byte[]> picture(
            @PathVariable String id, @RequestParam(name = "v", defaultValue = "") String version) {
        return find(id).map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .eTag('"' + picture.version() + '"')
                        .cacheControl(caching(picture.version().equals(version)))
                        .body(picture.png()))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /** Only the picture that the address names may be kept under it. */
    private static CacheControl caching(boolean asked) {
        return asked ? CacheControl.maxAge(Duration.ofHours(1)).cachePrivate().immutable() : CacheControl.noStore();
    }

    private Optional<Thumbnail> find(String id) {
        try {
            return InstanceId.parse(id).flatMap(thumbnails::find);
        } catch (AccessDeniedException denied) {
            return Optional.empty();
        }
    }
}
