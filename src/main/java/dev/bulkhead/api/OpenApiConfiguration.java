package dev.bulkhead.api;

import dev.bulkhead.common.ByteSize;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

/** What the description of the API says beyond the controllers. Whoever may use the API may read it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String ACTION = "#/components/schemas/Action";

    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .replaceWithClass(ByteSize.class, Long.class)
                .replaceWithSchema(ActionName.class, new Schema<>().$ref(ACTION));
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Bulkhead")
                        .version("1")
                        .description("Virtual machines, system containers and application containers of all hosts.")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Over HTTPS, or from the machine itself"))
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token, as bh_…; over HTTPS, or from the machine itself"))
                        .addSchemas("Action", actions())
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }

    /** Every call may be refused, always in one form. */
    @Bean
    OpenApiCustomizer refusals() {
        ApiResponse refusal = new ApiResponse()
                .description("Refused or failed: a problem document (RFC 9457)")
                .content(new Content()
                        .addMediaType(
                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new io.swagger.v3.oas.models.media.MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        return api -> api.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operation.getResponses().addApiResponse("default", refusal)));
    }

    private static Schema<?> actions() {
        StringSchema actions = new StringSchema();
        ActionName.all().forEach(actions::addEnumItem);
        return actions;
    }

    private static Schema<?> problem() {
        StringSchema type = new StringSchema();
        Arrays.stream(ProblemType.values())
                .map(ProblemType::uri)
                .map(Object::toString)
                .forEach(type::addEnumItem);
        return new ObjectSchema()
                .addProperty("type", type)
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema());
    }
}
