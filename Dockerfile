# The bot as an image: built with the JDK, run on the JRE of the same release by a user who owns nothing but /data.
#   docker build -t aiwf .

FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
WORKDIR /aiwf
COPY . .
RUN ./mvnw -B -ntp package -pl app -am -Dmaven.test.skip=true
# Laid out here, so that no start unpacks it to a folder from which nothing may be executed.
RUN mkdir native \
 && cd native \
 && jar --extract --file ../app/target/aiwf/lib/sqlite-jdbc-*.jar "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" \
 && mv org/sqlite/native/Linux/*/libsqlitejdbc.so . \
 && rm -r org

FROM eclipse-temurin:25.0.3_9-jre-noble
LABEL org.opencontainers.image.title="aiwf" \
      org.opencontainers.image.description="Leads a team from the first question to the runbook" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /aiwf/app/target/aiwf/lib /opt/aiwf/lib
COPY --from=build /aiwf/native /opt/aiwf/native
COPY LICENSE /opt/aiwf/
COPY app/launch /opt/aiwf/launch
COPY prompts /opt/aiwf/prompts
COPY templates /opt/aiwf/templates
COPY knowledge /opt/aiwf/knowledge
# By the very JVM that will run it, for no other could use what it notes.
RUN /opt/aiwf/launch java /opt/aiwf /opt/aiwf warm-up \
 && test -s /opt/aiwf/aiwf.aot \
 && install -d -o 10001 -g 10001 -m 700 /data

ENV AIWF_DATA=/data \
    AIWF_HOST=0.0.0.0 \
    AIWF_PORT=8787 \
    AIWF_PERSON=owner
USER 10001:10001
VOLUME /data
EXPOSE 8787
STOPSIGNAL SIGTERM
# The image has no curl, and a JVM for each question would cost more than the bot.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$AIWF_PORT && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r answer <&3 && [[ $answer == *' 200 '* ]]"]
ENTRYPOINT ["/opt/aiwf/launch", "java", "/opt/aiwf", "/opt/aiwf"]
