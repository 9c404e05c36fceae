/* Textures, archives and captures through the C interface, on a Metal that may fail. */
#include <sys/stat.h>

#include "bridge.h"
#include "tapes.h"

static tape subject;

TEST(makes_textures_of_zeros) {
    int32_t formats[] = {SMELT_R8_UNORM,     SMELT_R32_UINT,    SMELT_R32_SINT,    SMELT_R32_FLOAT,
                         SMELT_RGBA8_UNORM,  SMELT_RGBA16_FLOAT, SMELT_RGBA32_UINT, SMELT_RGBA32_SINT,
                         SMELT_RGBA32_FLOAT};
    uint32_t sizes[] = {1, 4, 4, 4, 4, 8, 16, 16, 16};
    for (int i = 0; i < 9; i++) {
        smelt_texture made;
        uint8_t pixels[15 * 16];
        memset(pixels, 1, sizeof pixels);
        ok(smelt_texture_create(device, formats[i], 5, 3, NULL, &made, &error));
        ok(smelt_texture_read(made, 0, 0, 5, 3, pixels, 5 * sizes[i], &error));
        for (uint32_t j = 0; j < 15 * sizes[i]; j++) {
            CHECK_EQUAL(pixels[j], 0);
        }
        expect(smelt_texture_read(made, 0, 0, 5, 3, pixels, 5 * sizes[i] - sizes[i], &error), SMELT_INVALID_ARGUMENT,
               "from row to row");
        CHECK_EQUAL(smelt_close(made), SMELT_OK);
    }
    CHECK_TEXT(scripted.notes, "texture(55, usage 3, storage 0)");
}

TEST(copies_rectangles) {
    smelt_texture texture = new_texture(6, 4);
    float in[2][3] = {{1, 2, -1}, {3, 4, -1}}, out[4][6];
    ok(smelt_texture_write(texture, 4, 2, 2, 2, in, sizeof in[0], &error));
    ok(smelt_texture_read(texture, 0, 0, 6, 4, out, sizeof out[0], &error));
    for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 6; x++) {
            CHECK(out[y][x] == (x >= 4 && y >= 2 ? in[y - 2][x - 4] : 0));
        }
    }
    CHECK_EQUAL(smelt_close(texture), SMELT_OK);
    expect(smelt_texture_read(texture, 0, 0, 1, 1, out, 4, &error), SMELT_INVALID_HANDLE, "texture");
}

TEST(refuses_wrong_textures) {
    smelt_texture made;
    uint32_t sides[][2] = {{0, 1}, {1, 0}, {16385, 1}, {1, 16385}, {UINT32_MAX, UINT32_MAX}};
    for (int i = 0; i < 5; i++) {
        expect(smelt_texture_create(device, SMELT_R32_FLOAT, sides[i][0], sides[i][1], NULL, &made, &error),
               SMELT_INVALID_ARGUMENT, "each side is 1 to 16384");
    }
    int32_t formats[] = {0, -1, 11, 252, INT32_MAX};
    for (int i = 0; i < 5; i++) {
        expect(smelt_texture_create(device, formats[i], 1, 1, NULL, &made, &error), SMELT_INVALID_ARGUMENT, "format");
    }
    scripted.nil_at = "newTextureWithDescriptor:";
    expect(smelt_texture_create(device, SMELT_R32_FLOAT, 7, 9, "mine", &made, &error), SMELT_OUT_OF_MEMORY, "7 x 9");
    CHECK_EQUAL(made, 0);
    scripted.nil_at = NULL;
    scripted.throw_at = "replaceRegion:mipmapLevel:withBytes:bytesPerRow:";
    expect(smelt_texture_create(device, SMELT_R32_FLOAT, 7, 9, "mine", &made, &error), SMELT_EXCEPTION, "thrown");
    expect(smelt_texture_create(device, SMELT_R32_FLOAT, 7, 9, "mine", NULL, &error), SMELT_INVALID_ARGUMENT,
           "texture is NULL");
}

TEST(refuses_wrong_rectangles) {
    smelt_texture texture = new_texture(6, 4);
    float pixels[24] = {0};
    uint32_t wrong[][4] = {{0, 0, 7, 1}, {0, 0, 1, 5}, {6, 0, 1, 1}, {0, 4, 1, 1}, {5, 3, 2, 1},
                           {0, 0, 0, 1}, {0, 0, 1, 0}, {1, 0, UINT32_MAX, 1}, {UINT32_MAX, 0, 2, 1}};
    for (int i = 0; i < 9; i++) {
        uint32_t *at = wrong[i];
        expect(smelt_texture_read(texture, at[0], at[1], at[2], at[3], pixels, 32, &error), SMELT_INVALID_ARGUMENT,
               "no rectangle of");
        expect(smelt_texture_write(texture, at[0], at[1], at[2], at[3], pixels, 32, &error), SMELT_INVALID_ARGUMENT,
               "in a texture of 6 x 4");
    }
    uint64_t rows[] = {0, 20, 25, UINT64_MAX, UINT64_MAX - 3, 4 * 32768};
    for (int i = 0; i < 6; i++) {
        expect(smelt_texture_read(texture, 0, 0, 6, 1, pixels, rows[i], &error), SMELT_INVALID_ARGUMENT, "multiple");
    }
    expect(smelt_texture_read(texture, 0, 0, 1, 1, NULL, 4, &error), SMELT_INVALID_ARGUMENT, "bytes is NULL");
    expect(smelt_texture_write(texture, 0, 0, 1, 1, NULL, 4, &error), SMELT_INVALID_ARGUMENT, "bytes is NULL");
    CHECK_EQUAL(smelt_close(texture), SMELT_OK);
}

/* Submits one dispatch that reads one texture and writes another. */
static smelt_submission submit_textures(smelt_texture read, smelt_texture written) {
    smelt_submission made;
    tape_begin(&subject);
    tape_dispatch(&subject, sigmoid, 8);
    tape_texture(&subject, read, 0, 0);
    tape_texture(&subject, written, 127, SMELT_BINDING_WRITTEN);
    ok(smelt_submit(device, subject.bytes, subject.length, "work", &made, &error));
    return made;
}

TEST(binds_textures) {
    smelt_texture read = new_texture(5, 3), written = new_texture(2, 2);
    uint32_t pending;
    scripted.notes[0] = '\0';
    scripted.hold = true;
    smelt_submission submission = submit_textures(read, written);
    ok(smelt_texture_pending(read, &pending, &error));
    CHECK_EQUAL(pending, 1);
    CHECK_EQUAL(smelt_close(written), SMELT_OK); /* the submission keeps it */
    scripted_metal_complete();
    ok(smelt_submission_wait(submission, 10 * SECOND, &error));
    CHECK_TEXT(scripted.notes, "pipeline(sigmoid) texture(5x3 at 0) texture(2x2 at 127) dispatch(8x1x1");
    CHECK(strstr(scripted.notes, "fetch") == NULL);
    ok(smelt_texture_pending(read, &pending, &error));
    CHECK_EQUAL(pending, 0);
    smelt_close(submission);
    smelt_close(read);
}

/* On Macs of Intel, the CPU sees what kernels wrote only after a command that fetches it. */
TEST(fetches_managed_textures) {
    scripted.managed = true;
    smelt_texture read = new_texture(5, 3), written = new_texture(2, 2);
    CHECK_TEXT(scripted.notes, "storage 1");
    smelt_submission submission = submit_textures(read, written);
    ok(smelt_submission_wait(submission, 10 * SECOND, &error));
    CHECK_TEXT(scripted.notes, "end blit fetch(pixels) end commit");
    CHECK_EQUAL(smelt_close(submission), SMELT_OK);
    scripted.throw_at = "synchronizeResource:"; /* the encoder must be ended all the same */
    scripted.notes[0] = '\0';
    smelt_submission none;
    expect(smelt_submit(device, subject.bytes, subject.length, NULL, &none, &error), SMELT_EXCEPTION, "thrown");
    CHECK_TEXT(scripted.notes, "blit end ");
    scripted.throw_at = NULL;
    scripted.nil_at = "blitCommandEncoder";
    expect(smelt_submit(device, subject.bytes, subject.length, NULL, &none, &error), SMELT_EXCEPTION, "blit encoder");
    smelt_close(read);
    smelt_close(written);
}

static char folder[] = "/tmp/smelt-archive-XXXXXX";

static smelt_archive open_archive(void) {
    smelt_archive made;
    ok(smelt_archive_open(device, folder, "demo.Activations", &made, &error));
    return made;
}

static smelt_archive_statistics statistics_of(smelt_archive archive) {
    smelt_archive_statistics statistics;
    ok(smelt_archive_get_statistics(archive, &statistics, &error));
    return statistics;
}

static void make_cached(smelt_archive archive, const char *function) {
    smelt_pipeline made;
    ok(smelt_pipeline_create_cached(library, function, archive, &made, &error));
    CHECK_EQUAL(smelt_close(made), SMELT_OK);
}

static int files(const char *pattern) {
    char text[200];
    snprintf(text, sizeof text, "ls -A %s | grep -c '%s'", folder, pattern);
    FILE *pipe = popen(text, "r");
    int count = -1;
    CHECK(fscanf(pipe, "%d", &count) == 1);
    pclose(pipe);
    return count;
}

static void empty_folder(void) {
    char text[200];
    snprintf(text, sizeof text, "rm -rf %s/*", folder);
    CHECK_EQUAL(system(text), 0);
}

TEST(keeps_pipelines_in_a_file) {
    smelt_archive archive = open_archive();
    ok(smelt_archive_save(archive, &error));
    CHECK_EQUAL(files(""), 0); /* there was nothing to save */
    make_cached(archive, "sigmoid");
    make_cached(archive, "sigmoid");
    CHECK_TEXT(scripted.notes, "miss hit");
    CHECK_EQUAL(statistics_of(archive).added, 1);
    CHECK_EQUAL(statistics_of(archive).found, 1);
    CHECK_EQUAL(statistics_of(archive).unsaved, 1);
    ok(smelt_archive_save(archive, &error));
    CHECK_EQUAL(statistics_of(archive).unsaved, 0);
    CHECK_EQUAL(files(""), 1);
    CHECK_EQUAL(files("^demo-Activations.Scripted-GPU-.*[.]metalarchive$"), 1);
    smelt_close(archive);
    archive = open_archive();
    make_cached(archive, "sigmoid");
    make_cached(archive, "saxpy");
    CHECK_EQUAL(statistics_of(archive).found, 1);
    CHECK_EQUAL(statistics_of(archive).added, 1);
    smelt_close(archive);
    empty_folder();
}

TEST(begins_anew_when_an_archive_is_broken) {
    smelt_archive archive = open_archive();
    make_cached(archive, "sigmoid");
    ok(smelt_archive_save(archive, &error));
    smelt_close(archive);
    char text[200];
    snprintf(text, sizeof text, "for f in %s/*; do echo broken > \"$f\"; done", folder);
    CHECK_EQUAL(system(text), 0);
    archive = open_archive();
    make_cached(archive, "sigmoid");
    CHECK_EQUAL(statistics_of(archive).added, 1);
    ok(smelt_archive_save(archive, &error));
    smelt_close(archive);
    archive = open_archive();
    make_cached(archive, "sigmoid");
    CHECK_EQUAL(statistics_of(archive).found, 1);
    smelt_close(archive);
    empty_folder();
}

TEST(lives_without_archives) {
    smelt_archive archive = open_archive();
    scripted.nil_at = "addComputePipelineFunctionsWithDescriptor:error:";
    make_cached(archive, "sigmoid");
    scripted.nil_at = NULL;
    scripted.throw_at = "addComputePipelineFunctionsWithDescriptor:error:";
    make_cached(archive, "sigmoid");
    CHECK_EQUAL(statistics_of(archive).refused, 2);
    scripted.throw_at = NULL;
    make_cached(archive, "sigmoid");
    scripted.nil_at = "serializeToURL:error:";
    expect(smelt_archive_save(archive, &error), SMELT_ARCHIVE_FAILED, "not on this machine");
    scripted.nil_at = NULL;
    scripted.throw_at = "serializeToURL:error:";
    expect(smelt_archive_save(archive, &error), SMELT_EXCEPTION, "thrown");
    CHECK_EQUAL(files(""), 0);
    scripted.throw_at = NULL;
    ok(smelt_archive_save(archive, &error)); /* the lock was let go */
    smelt_close(archive);
    empty_folder();
    CHECK_EQUAL(rmdir(folder), 0);
    archive = open_archive();
    make_cached(archive, "sigmoid");
    expect(smelt_archive_save(archive, &error), SMELT_ARCHIVE_FAILED, "");
    smelt_close(archive);
    CHECK_EQUAL(mkdir(folder, 0700), 0);
    scripted.nil_at = "newBinaryArchiveWithDescriptor:error:";
    expect(smelt_archive_open(device, folder, "x", &archive, &error), SMELT_UNSUPPORTED, "no archive");
}

TEST(refuses_wrong_archives) {
    smelt_archive archive = open_archive();
    smelt_pipeline made;
    smelt_device other;
    smelt_archive foreign;
    smelt_archive_statistics statistics;
    expect(smelt_archive_open(device, NULL, "x", &made, &error), SMELT_INVALID_ARGUMENT, "folder is NULL");
    expect(smelt_archive_open(device, folder, NULL, &made, &error), SMELT_INVALID_ARGUMENT, "name is NULL");
    expect(smelt_archive_open(device, folder, "\xff", &made, &error), SMELT_INVALID_ARGUMENT, "UTF-8");
    expect(smelt_archive_open(library, folder, "x", &made, &error), SMELT_INVALID_HANDLE, "is a library");
    expect(smelt_archive_open(device, folder, "x", NULL, &error), SMELT_INVALID_ARGUMENT, "archive is NULL");
    expect(smelt_pipeline_create_cached(library, "sigmoid", 0, &made, &error), SMELT_INVALID_HANDLE, "archive");
    expect(smelt_pipeline_create_cached(library, "sigmoid", device, &made, &error), SMELT_INVALID_HANDLE, "archive");
    expect(smelt_pipeline_create_cached(archive, "sigmoid", archive, &made, &error), SMELT_INVALID_HANDLE, "library");
    expect(smelt_archive_save(device, &error), SMELT_INVALID_HANDLE, "archive");
    expect(smelt_archive_get_statistics(0, &statistics, &error), SMELT_INVALID_HANDLE, "archive");
    expect(smelt_archive_get_statistics(archive, NULL, &error), SMELT_INVALID_ARGUMENT, "statistics is NULL");
    ok(smelt_device_open(0, &other, &error));
    ok(smelt_archive_open(other, folder, "x", &foreign, &error));
    expect(smelt_pipeline_create_cached(library, "sigmoid", foreign, &made, &error), SMELT_WRONG_DEVICE, "archive");
    smelt_close(foreign);
    smelt_close(other);
    smelt_close(archive);
}

TEST(captures) {
    ok(smelt_capture_begin(device, "/tmp/a.gputrace", &error));
    CHECK_TEXT(scripted.notes, "capture(/tmp/a.gputrace)");
    expect(smelt_capture_begin(device, "/tmp/b.gputrace", &error), SMELT_CAPTURE_FAILED, "runs already");
    ok(smelt_capture_end(device, &error));
    CHECK_TEXT(scripted.notes, "stop");
    smelt_device other;
    ok(smelt_device_open(0, &other, &error));
    ok(smelt_capture_begin(other, "/tmp/a.gputrace", &error));
    CHECK_EQUAL(smelt_close(other), SMELT_OK); /* ends its capture, for nobody else can */
    ok(smelt_capture_begin(device, "/tmp/a.gputrace", &error));
    ok(smelt_capture_end(device, &error));
    expect(smelt_capture_end(device, &error), SMELT_CAPTURE_FAILED, "no capture");
    expect(smelt_capture_begin(device, "/tmp/a.trace", &error), SMELT_INVALID_ARGUMENT, ".gputrace");
    expect(smelt_capture_begin(device, "\xff.gputrace", &error), SMELT_INVALID_ARGUMENT, "UTF-8");
    expect(smelt_capture_begin(device, NULL, &error), SMELT_INVALID_ARGUMENT, "path is NULL");
    expect(smelt_capture_begin(library, "a.gputrace", &error), SMELT_INVALID_HANDLE, "device");
    expect(smelt_capture_end(library, &error), SMELT_INVALID_HANDLE, "device");
    scripted.nil_at = "startCaptureWithDescriptor:error:";
    expect(smelt_capture_begin(device, "a.gputrace", &error), SMELT_CAPTURE_FAILED, "began no capture");
    scripted.cannot_capture = true;
    expect(smelt_capture_begin(device, "a.gputrace", &error), SMELT_UNSUPPORTED, "MTL_CAPTURE_ENABLED=1");
}

int main(void) {
    CHECK(mkdtemp(folder) != NULL);
    warm_up(lives_without_archives);
    RUN(makes_textures_of_zeros);
    RUN(copies_rectangles);
    RUN(refuses_wrong_textures);
    RUN(refuses_wrong_rectangles);
    RUN(binds_textures);
    RUN(fetches_managed_textures);
    RUN(keeps_pipelines_in_a_file);
    RUN(begins_anew_when_an_archive_is_broken);
    RUN(lives_without_archives);
    RUN(refuses_wrong_archives);
    RUN(captures);
    rmdir(folder);
    return RESULT;
}
