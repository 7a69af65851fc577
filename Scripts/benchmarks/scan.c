// Reads a YAML file, and has libyaml scan it into tokens COUNT times: scan FILE COUNT. Prints the quickest time in seconds.

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static int scan(const unsigned char *bytes, size_t size) {
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) return 0;
    yaml_parser_set_input_string(&parser, bytes, size);
    for (int isOver = 0; !isOver;) {
        yaml_token_t token;
        if (!yaml_parser_scan(&parser, &token)) return 0;
        isOver = token.type == YAML_STREAM_END_TOKEN;
        yaml_token_delete(&token);
    }
    yaml_parser_delete(&parser);
    return 1;
}

int main(int count, char **arguments) {
    FILE *file = count == 3 ? fopen(arguments[1], "rb") : NULL;
    if (!file || fseek(file, 0, SEEK_END)) return 2;
    size_t size = (size_t)ftell(file);
    unsigned char *bytes = malloc(size);
    rewind(file);
    if (!bytes || fread(bytes, 1, size, file) != size) return 2;
    double best = 1e9;
    for (int round = atoi(arguments[2]); round > 0; round--) {
        double start = now();
        if (!scan(bytes, size)) return 1;
        double seconds = now() - start;
        if (seconds < best) best = seconds;
    }
    printf("%.6f\n", best);
    return 0;
}
