package dev.bulkhead.api;

import dev.bulkhead.common.ByteSize;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** How value types stand in JSON. */
@Configuration(proxyBeanMethods = false)
class BodyFormat {

    @Bean
    JacksonModule valueTypes() {
        return new SimpleModule("bulkhead").addSerializer(ByteSize.class, new ValueSerializer<>() {
            @Override
            public void serialize(ByteSize size, JsonGenerator json, SerializationContext context) {
                json.writeNumber(size.bytes());
            }
        });
    }
}
