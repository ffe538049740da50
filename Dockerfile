# The service as a container: docker build -t whobacks .
# Beyond loopback it writes only with an API key and refuses to start without one, so give it one:
#   docker run -e WHOBACKS_API_KEY=... -v whobacks:/data -p 127.0.0.1:8000:8000 whobacks

FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/whobacks
ENV PATH=/opt/whobacks/bin:$PATH
WORKDIR /source
COPY requirements/run.txt requirements/run.txt
RUN pip install --require-hashes --requirement requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY queries queries
COPY loaders loaders
COPY api api
RUN pip install --no-deps --no-build-isolation .

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin whobacks \
    && install --directory --owner whobacks --group whobacks /data
COPY --from=build /opt/whobacks /opt/whobacks
ENV PATH=/opt/whobacks/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    WHOBACKS_HOST=0.0.0.0 \
    WHOBACKS_PORT=8000 \
    WHOBACKS_STORE=sqlite:////data/whobacks.db
USER whobacks
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["whobacks", "serve"]
