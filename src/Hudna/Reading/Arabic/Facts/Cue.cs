namespace Hudna.Reading.Arabic.Facts;

/// <summary>Classes of words by which facts are told: the rows of <c>fact_cues.tsv</c>, by their names there.</summary>
internal enum Cue
{
    Talks, Meeting, Press, About, Round, Propose, Schedule, Confirm, Postpone, Cancel, Held, Direct, Indirect, Technical, Replace,
    Prepare, Complement, Compete, Sponsor, Host, Mediate, Observe, Welcome, Oppose, Refuse, Invite, Exclude, Unlinked, Linked, List,
    Participate, Attend, Accept, Boycott, Everyone, Condition, Delegation, Headed, Chief, Spokes, Member, Truce, Ceasefire, Fire,
    Deal, Statement, Reach, Sign, Force, Announce, Breach, Extend, End, Monitoring, Promise, Agree, Evacuate, Convoy, Exchange, Begin,
    Continue, Complete, Suspend, Obstruct, Hold, Take, Lose, Besiege, Leave, Advance, Half, Part, Water, Crossing, Airport, Power,
    Oil, Road, Hospital, Demand, Ready, Reject, Discuss, Lead, Decide, Carriers,
}
