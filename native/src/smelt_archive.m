#import "smelt_archive.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#import "smelt_entry.h"
#import "smelt_nserror.h"

static void destroy_archive(smelt_object *object) {
    smelt_archive_object *archive = (smelt_archive_object *) object;
    smelt_quietly(^{
        [archive->metal release];
    });
    smelt_object_release(&archive->device->base);
    pthread_mutex_destroy(&archive->lock);
    free(archive->path);
    free(archive);
}

/* Letters and digits only: names of devices and systems have spaces, brackets and more. */
static NSString *plain(NSString *text) {
    NSCharacterSet *others = [[NSCharacterSet alphanumericCharacterSet] invertedSet];
    NSMutableArray<NSString *> *words = [NSMutableArray array];
    for (NSString *word in [text componentsSeparatedByCharactersInSet:others]) {
        if ([word length] > 0) {
            [words addObject:word];
        }
    }
    return [words componentsJoinedByString:@"-"];
}

/* Machine code fits one kind of GPU and one build of the system; the system's version names its build. */
static NSString *file_of(id<MTLDevice> device, NSString *folder, NSString *name) {
    NSString *system = [[NSProcessInfo processInfo] operatingSystemVersionString];
    NSString *file = [NSString stringWithFormat:@"%@.%@.%@.metalarchive", plain(name), plain([device name]),
                                                plain(system)];
    return [folder stringByAppendingPathComponent:file];
}

/* The archive of a file; an empty one if there is no file, or none that Metal can read; nil if it makes neither. */
static id<MTLBinaryArchive> new_archive(id<MTLDevice> device, NSString *path, NSError **cause) {
    MTLBinaryArchiveDescriptor *descriptor = [[[MTLBinaryArchiveDescriptor alloc] init] autorelease];
    if ([[NSFileManager defaultManager] fileExistsAtPath:path]) {
        [descriptor setUrl:[NSURL fileURLWithPath:path]];
        id<MTLBinaryArchive> found = [device newBinaryArchiveWithDescriptor:descriptor error:cause];
        if (found != nil) {
            return found;
        }
        [descriptor setUrl:nil];
    }
    return [device newBinaryArchiveWithDescriptor:descriptor error:cause];
}

static int32_t publish(
        smelt_scope *scope, smelt_device_object *device, id<MTLBinaryArchive> metal, NSString *path,
        smelt_archive *handle) {
    smelt_archive_object *archive = calloc(1, sizeof *archive);
    char *copied = smelt_copy_text([path UTF8String]);
    if (archive == NULL || copied == NULL) {
        free(archive);
        free(copied);
        return smelt_scope_fail(scope, SMELT_OUT_OF_MEMORY, "no memory for an archive");
    }
    smelt_object_init(&archive->base, SMELT_KIND_ARCHIVE, destroy_archive);
    smelt_object_retain(&device->base);
    archive->device = device;
    archive->metal = [metal retain];
    archive->path = copied;
    pthread_mutex_init(&archive->lock, NULL);
    smelt_scope_keep(scope, &archive->base);
    return smelt_scope_publish(scope, &archive->base, handle);
}

int32_t smelt_archive_open(
        smelt_device device, const char *folder, const char *name, smelt_archive *archive, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, archive);
        *archive = 0;
        SMELT_REQUIRE(scope, folder);
        SMELT_REQUIRE(scope, name);
        NSString *folder_text = [NSString stringWithUTF8String:folder];
        NSString *name_text = [NSString stringWithUTF8String:name];
        if (folder_text == nil || name_text == nil) {
            return smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, "the folder or the name is not UTF-8");
        }
        smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        NSString *path = file_of(used->metal, folder_text, name_text);
        NSError *cause = nil;
        id<MTLBinaryArchive> metal = [new_archive(used->metal, path, &cause) autorelease];
        if (metal == nil) {
            return smelt_scope_fail_with(
                    scope, smelt_error_of_nserror(SMELT_UNSUPPORTED, @"Metal made no archive", cause));
        }
        return publish(scope, used, metal, path, archive);
    });
}

id<MTLComputePipelineState> smelt_archive_find(
        smelt_archive_object *archive, MTLComputePipelineDescriptor *descriptor) {
    [descriptor setBinaryArchives:[NSArray arrayWithObject:archive->metal]];
    id<MTLComputePipelineState> found =
            [[archive->device->metal newComputePipelineStateWithDescriptor:descriptor
                                                                   options:MTLPipelineOptionFailOnBinaryArchiveMiss
                                                                reflection:NULL
                                                                     error:NULL] autorelease];
    if (found != nil) {
        pthread_mutex_lock(&archive->lock);
        archive->statistics.found++;
        pthread_mutex_unlock(&archive->lock);
    }
    return found;
}

void smelt_archive_add(smelt_archive_object *archive, MTLComputePipelineDescriptor *descriptor) {
    __block BOOL added = NO;
    pthread_mutex_lock(&archive->lock);
    smelt_quietly(^{
        added = [archive->metal addComputePipelineFunctionsWithDescriptor:descriptor error:NULL];
    });
    if (added) {
        archive->statistics.added++;
        archive->statistics.unsaved++;
    } else {
        archive->statistics.refused++;
    }
    pthread_mutex_unlock(&archive->lock);
}

/* Metal writes a file beside, which then takes the place of the old one: whoever reads finds one of the two. */
static int32_t write_file(smelt_scope *scope, smelt_archive_object *archive) {
    NSString *path = [NSString stringWithUTF8String:archive->path];
    NSString *beside = [path stringByAppendingFormat:@".%@", [[NSProcessInfo processInfo] globallyUniqueString]];
    NSError *cause = nil;
    if (![archive->metal serializeToURL:[NSURL fileURLWithPath:beside] error:&cause]) {
        remove([beside fileSystemRepresentation]);
        return smelt_scope_fail_with(
                scope, smelt_error_of_nserror(SMELT_ARCHIVE_FAILED, @"Metal cannot write the archive", cause));
    }
    if (rename([beside fileSystemRepresentation], archive->path) != 0) {
        int reason = errno;
        remove([beside fileSystemRepresentation]);
        return smelt_scope_fail(
                scope, SMELT_ARCHIVE_FAILED, "cannot put the archive at %s: %s", archive->path, strerror(reason));
    }
    archive->statistics.unsaved = 0;
    return SMELT_OK;
}

int32_t smelt_archive_save(smelt_archive archive, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        smelt_archive_object *used = smelt_scope_use(scope, archive, SMELT_KIND_ARCHIVE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        pthread_mutex_lock(&used->lock);
        @try {
            return used->statistics.unsaved == 0 ? SMELT_OK : write_file(scope, used);
        } @finally {
            pthread_mutex_unlock(&used->lock);
        }
    });
}

int32_t smelt_archive_get_statistics(
        smelt_archive archive, smelt_archive_statistics *statistics, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, statistics);
        smelt_archive_object *used = smelt_scope_use(scope, archive, SMELT_KIND_ARCHIVE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        pthread_mutex_lock(&used->lock);
        *statistics = used->statistics;
        pthread_mutex_unlock(&used->lock);
        return SMELT_OK;
    });
}
