import { type Amount, formatAmount } from '../notation/amounts.ts';
import type { Bid } from '../notation/bids.ts';
import type { Task } from '../notation/document.ts';
import { bidders, handles, shownText } from '../model/bidders.ts';
import type { ChangeContext } from '../model/changes/closes.ts';
import { award } from '../model/changes/jobEntries.ts';
import { peopleByLoad } from '../model/load.ts';
import { jobOf } from '../model/stages.ts';
import type { Choice } from '../protocol.ts';
import { joined, short } from '../rules/wording.ts';
import { action } from './action.ts';
import { notAfterToday } from './days.ts';
import { personChoice } from './people.ts';
import { asRead } from './reading.ts';

/** Bids that are listed; nobody reads a longer list. */
const most = 100;

export const recordAward = action({
  title: 'Record Award',
  options: { who: 'person', price: 'amount', day: 'day', explained: 'duration', note: 'text' },
  needs: { who: 'Say who gets the job, as in @lin.' },
  subject: 'a one-off that is posted or has bids, and is not awarded yet',
  /** On the board, or with bids from wherever they came. */
  appliesTo({ block }) {
    const { stage } = jobOf(block);
    return block.kind === 'one-off' && (stage === 'posted' || (stage === 'draft' && (block.bids?.rows.length ?? 0) > 0));
  },
  choices: (task, context) => ({ who: whoCanGetIt(task, context) }),
  change(task, context, { who, price, day, explained, note }) {
    const amount = price === undefined ? priceOf(who, task, context) : (price ?? undefined);
    return asRead(task, award(task, notAfterToday(day, context), { who, amount, explained: explained ?? undefined, note: note ?? undefined }), 1);
  },
});

function priceOf(who: string, { block: { bids } }: Task, { folder: { roster } }: ChangeContext): Amount | undefined {
  return bids && bidders(bids, roster)(who)?.price?.value;
}

/** Those who bid; where there is no table of bids, those who are there. */
function whoCanGetIt({ block: { bids } }: Task, context: ChangeContext): Choice[] {
  const { folder, today } = context;
  if (!bids || bids.rows.length === 0) return peopleByLoad(folder, today).map(({ handle }) => personChoice(handle, context));
  const handleOf = handles(bids, folder.roster);
  return bids.rows.slice(0, most).flatMap((bid) => {
    const handle = handleOf(bid);
    return handle === undefined ? [] : [bidChoice(handle, bid)];
  });
}

function bidChoice(handle: string, { bidder, isHandle, price, days, note }: Bid): Choice {
  const amount = price && formatAmount(price.value);
  const words = [amount, days === undefined ? undefined : `${days} ${days === 1 ? 'day' : 'days'}`, isHandle ? undefined : `@${short(handle)}`];
  return {
    value: `@${handle}`,
    label: isHandle ? `@${short(handle)}` : short(shownText(bidder)),
    description: joined(words),
    ...(note !== '' && { detail: short(note) }),
    proposals: { price: amount ?? '' },
  };
}
