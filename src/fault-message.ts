/** Something thrown → the sentence that names the path and what to look at. */

import { type Message, message } from './diagnostics.ts';
import { MachineFault } from './world.ts';

/** By the system's error name. */
const REASONS: Readonly<Record<string, Message>> = {
  EACCES: message('没有权限', 'permission denied'),
  EPERM: message('没有权限', 'not permitted'),
  EROFS: message('文件系统是只读的', 'the file system is read-only'),
  ENOSPC: message('磁盘已满', 'no space left on the disk'),
  EDQUOT: message('超出磁盘配额', 'the disk quota is used up'),
  EIO: message('磁盘读写出错', 'the disk failed to read or write'),
  EMFILE: message('打开的文件太多', 'too many open files'),
  ENFILE: message('打开的文件太多', 'too many open files'),
  ENOMEM: message('内存不足', 'out of memory'),
  ENOENT: message('文件不见了', 'the file is gone'),
  ENAMETOOLONG: message('文件名太长', 'the file name is too long'),
  EBUSY: message('文件正被别的程序占用', 'the file is in use by another program'),
  EISDIR: message('这是文件夹，不是文件', 'this is a folder, not a file'),
  ENOTDIR: message('路径中有一段不是文件夹', 'a part of the path is not a folder'),
  EEXIST: message('已有同名文件', 'a file of this name stands in the way'),
};

/** For what the machine failed at, and for what the program did wrong itself. */
export function faultMessage(error: unknown): Message {
  if (error instanceof MachineFault) {
    const reason = REASONS[error.errno] ?? message('系统出错', 'the system failed');
    return message(
      `${error.path}：${reason.zh}（${error.errno}）`,
      `${error.path}: ${reason.en} (${error.errno})`,
    );
  }
  if (isOutOfMemory(error)) {
    return message(
      '内存不足：请分版排（--page），或给程序更多内存（NODE_OPTIONS=--max-old-space-size=4096，单位 MB）',
      'out of memory: build fewer pages at a time (--page), or allow the program more (NODE_OPTIONS=--max-old-space-size=4096, in MB)',
    );
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return message(`程序出错：${detail}`, `the program failed: ${detail}`);
}

function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const worker = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return (
    worker || (error instanceof RangeError && /allocation failed|Invalid string length/.test(error.message))
  );
}
