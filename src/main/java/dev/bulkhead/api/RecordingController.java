package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.console.Recording;
import dev.bulkhead.console.RecordingService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/recordings")
@Tag(name = "Recordings")
class RecordingController {

    private final RecordingService recordings;

    RecordingController(RecordingService recordings) {
        this.recordings = recordings;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.CONSOLE_VIEW)
    @Operation(summary = "Recordings of consoles, the newest first")
    List<RecordingBody> list() {
        return recordings.list().stream().map(RecordingBody::of).toList();
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.CONSOLE_VIEW)
    @Operation(summary = "One recording")
    RecordingBody one(@PathVariable String id) {
        return RecordingBody.of(find(id));
    }

    @GetMapping(path = "/{id}/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Requires(Permission.CONSOLE_VIEW)
    @Operation(
            summary = "The recording itself",
            description = "Terminals: asciicast v2. Screens: a timed log of RFB, compressed by gzip.")
    ResponseEntity<Resource> content(@PathVariable String id) {
        Recording recording = find(id);
        Path file = recordings
                .content(recording.id())
                .filter(Files::isReadable)
                .orElseThrow(() -> Problem.notFound("recording", id));
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("recording-" + recording.id() + recording.extension())
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new FileSystemResource(file));
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.CONSOLE_VIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a recording that has ended: one's own, or any for those who manage consoles")
    void delete(@PathVariable String id) {
        Recording recording = find(id);
        if (!recordings.delete(recording.id())) {
            throw new Problem(ProblemType.CONFLICT, "The recording goes on, or it is somebody else's");
        }
    }

    private Recording find(String id) {
        Optional<Recording> found;
        try {
            found = recordings.find(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            found = Optional.empty();
        }
        return found.orElseThrow(() -> Problem.notFound("recording", id));
    }
}
