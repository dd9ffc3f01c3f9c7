/** A fault of the machine → the sentence that names the path and what to look at. */

import { type Message, message } from '../diagnostics.ts';
import type { MachineFault } from '../world.ts';

/** By the system's error name. */
const REASONS: Readonly<Record<string, Message>> = {
  EACCES: message('没有权限', 'permission denied'),
  EPERM: message('没有权限', 'not permitted'),
  EROFS: message('只读的文件系统', 'the file system is read-only'),
  ENOSPC: message('磁盘已满', 'no space left on the disk'),
  EDQUOT: message('超出磁盘配额', 'the disk quota is used up'),
  EIO: message('磁盘读写出错', 'the disk failed to read or write'),
  EMFILE: message('打开的文件太多', 'too many open files'),
  ENFILE: message('打开的文件太多', 'too many open files'),
  ENOMEM: message('内存不足', 'out of memory'),
  ENAMETOOLONG: message('文件名太长', 'the file name is too long'),
  EBUSY: message('文件正被别的程序占用', 'the file is in use by another program'),
  EISDIR: message('这是文件夹，不是文件', 'this is a folder, not a file'),
  ENOTDIR: message('路径中有一段不是文件夹', 'a part of the path is not a folder'),
  EEXIST: message('已有同名文件，不是文件夹', 'a file of this name stands in the way'),
};

export function machineMessage(fault: MachineFault): Message {
  const reason = REASONS[fault.errno] ?? message('系统出错', 'the system failed');
  return message(
    `${fault.path}：${reason.zh}（${fault.errno}）`,
    `${fault.path}: ${reason.en} (${fault.errno})`,
  );
}
