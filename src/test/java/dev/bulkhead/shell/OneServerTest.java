package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.testing.PostgresServer;
import dev.bulkhead.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

class OneServerTest {

    @Test
    void aSecondServerOnOnePostgresqlDoesNotStart() throws SQLException {
        PostgresServer.shared();
        JdbcConnectionDetails database = at(TestDatabase.newPostgresUrl());
        OneServer first = new OneServer(database);

        assertThatThrownBy(() -> new OneServer(database))
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageContaining("bulkhead.database.url")
                .hasMessageContaining("another Bulkhead works with it");
        assertThatCode(() -> new OneServer(at(TestDatabase.newPostgresUrl())).close())
                .as("another database")
                .doesNotThrowAnyException();

        first.close();
        new OneServer(database).close();
    }

    private static JdbcConnectionDetails at(String url) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return PostgresServer.USER;
            }

            @Override
            public String getPassword() {
                return PostgresServer.PASSWORD;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
