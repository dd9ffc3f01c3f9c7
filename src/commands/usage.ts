/** What commander says of a wrong call → the same in both languages, with what the command takes. */

import type { Command, CommanderError } from 'commander';
import { type Message, message } from '../diagnostics.ts';
import { UsageError } from './terminal.ts';

type Wording = (quoted: readonly string[]) => Message;

/** By commander's stable code; `quoted` are the names that its sentence has between quotes. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  'commander.unknownOption': ([flag]) => message(`没有选项 ${flag}`, `there is no option ${flag}`),
  'commander.unknownCommand': ([name]) => message(`没有命令 ${name}`, `there is no command ${name}`),
  'commander.missingArgument': ([name]) => message(`缺少参数 <${name}>`, `the argument <${name}> is missing`),
  'commander.optionMissingArgument': ([flags]) =>
    message(`选项 ${flags} 后面缺少值`, `the option ${flags} needs a value`),
  'commander.missingMandatoryOptionValue': ([flags]) =>
    message(`缺少选项 ${flags}`, `the option ${flags} is missing`),
  'commander.excessArguments': ([name]) => message(`${name} 的参数太多`, `too many arguments for ${name}`),
  'commander.invalidArgument': ([flags, value]) =>
    message(`选项 ${flags} 不能是“${value}”`, `the option ${flags} cannot be "${value}"`),
};

/** The usage error for a call that commander refused; `command` is the one it got to. */
export function usageError(error: CommanderError, command: Command): UsageError {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1]!);
  const wording = WORDINGS[error.code];
  const text = wording === undefined ? message(error.message, error.message) : wording(quoted);
  return new UsageError(text, ...meant(error), ...choices(error), ...takes(error, command));
}

function meant(error: CommanderError): Message[] {
  const name = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1];
  return name === undefined ? [] : [message(`是不是 ${name}？`, `did you mean ${name}?`)];
}

function choices(error: CommanderError): Message[] {
  const list = /Allowed choices are (.+)\.$/.exec(error.message)?.[1];
  return list === undefined ? [] : [message(`现有：${list}`, `there is: ${list}`)];
}

function takes(error: CommanderError, command: Command): Message[] {
  if (error.code === 'commander.unknownOption') {
    const flags = command.options.map((option) => option.long ?? option.flags).join(' ');
    return [message(`${command.name()} 现有选项：${flags}`, `${command.name()} takes ${flags}`)];
  }
  if (error.code === 'commander.unknownCommand') {
    const names = command.commands.map((sub) => sub.name()).join(' ');
    return [message(`现有命令：${names}`, `the commands are ${names}`)];
  }
  return [];
}
