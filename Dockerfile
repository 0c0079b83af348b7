# The image of the server: one static program and the certificates it needs to trust issuers; no shell, no user but a
# number. Built with tag release: no development issuer, no demonstration county, no bench.
#   docker build -t samplan .
#   docker run --read-only --cap-drop ALL --env-file samplan.env -p 8080:8080 samplan
# The same image migrates, as its own step before the new version starts:
#   docker run --env-file migrate.env samplan migrate up
FROM golang:1.26.8 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download && go mod verify
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -tags release -ldflags "-s -w" -o /samplan ./cmd/samplan

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /samplan /samplan
# GOGC: rarer collections were measured to give a tenth more requests for some ten megabytes. GOMEMLIMIT keeps that from
# growing into the container's own limit: set it to nine tenths of what the container may use.
ENV GOGC=400 GOMEMLIMIT=460MiB SAMPLAN_LISTEN=0.0.0.0:8080
EXPOSE 8080
# Without a shell the image cannot ask itself how it feels; the platform asks /health/live and /health/ready.
USER 65532:65532
ENTRYPOINT ["/samplan"]
CMD ["serve"]
