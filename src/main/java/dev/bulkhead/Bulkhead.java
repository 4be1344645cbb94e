package dev.bulkhead;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class Bulkhead {

    static void main(String[] args) {
        SpringApplication.run(Bulkhead.class, args);
    }
}
