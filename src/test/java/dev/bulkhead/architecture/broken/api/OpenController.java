package dev.bulkhead.architecture.broken.api;

import org.springframework.web.bind.annotation.GetMapping;

abstract class OpenController {
    @GetMapping("/broken")
    void undeclared() {}
}
