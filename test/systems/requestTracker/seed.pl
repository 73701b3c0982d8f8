# Forty tickets of October 2026, each written by RT itself at its own time, and users by the rights they have.
use strict;
use warnings;
our $NOW;

# RT has no clock but Perl's: it is ours, so that transactions lie at past times.
BEGIN {
	$NOW = CORE::time();
	no warnings;
	*CORE::GLOBAL::time = sub () { $main::NOW };
	*CORE::GLOBAL::gmtime = sub (;$) { CORE::gmtime(@_ ? $_[0] : $main::NOW) };
}
use lib '/usr/share/request-tracker5/lib';
use RT;
use JSON 'encode_json';
use Time::Local 'timegm';
RT::LoadConfig();
RT::Init();
my $system = RT->SystemUser;

sub day { my ($day, $hour, $minute) = @_; $NOW = timegm(0, $minute, $hour, $day, 9, 2026) }
sub later { my ($hours) = @_; $NOW += 3600 * $hours }
sub checked { my ($ok, $message) = @_; $ok or die $message; $ok }

sub user {
	my ($name, %more) = @_;
	my $user = RT::User->new($system);
	checked($user->Create(Name => $name, EmailAddress => "$name\@corp.test", Password => 'secret12', Privileged => 1, %more));
	$user;
}

sub token {
	my ($user) = @_;
	my (undef, undef, $token) = RT::AuthToken->new($system)->Create(Owner => $user->Id, Description => 'evidence');
	$token;
}

sub grant {
	my ($who, $object, @rights) = @_;
	checked($who->PrincipalObj->GrantRight(Right => $_, Object => $object)) for @rights;
}

# A ticket as somebody sees and changes it.
sub ticket {
	my ($id, $user) = @_;
	my $ticket = RT::Ticket->new($user ? RT::CurrentUser->new($user) : $system);
	$ticket->Load($id);
	$ticket;
}

sub made {
	my (%more) = @_;
	my ($id, undef, $message) = RT::Ticket->new($system)->Create(Queue => 'Support', Content => 'help', %more);
	checked($id, $message);
}

day(1, 0, 0);
my $queue = RT::Queue->new($system);
checked($queue->Create(Name => 'Support'));
my $region = RT::CustomField->new($system);
checked($region->Create(Name => 'Region', Type => 'Freeform', MaxValues => 1, LookupType => 'RT::Queue-RT::Ticket'));
checked($region->AddToObject($queue));

my @staff = map { user($_) } qw(wang.li li.na zhang.wei);
my $agents = RT::Group->new($system);
checked($agents->CreateUserDefinedGroup(Name => 'Agents'));
$agents->AddMember($_->PrincipalId) for @staff;
grant($agents, $queue, qw(SeeQueue ShowTicket ModifyTicket OwnTicket TakeTicket ReassignTicket ReplyToTicket));

# RT reads dates in the time zone of who asks: two readers that are far apart.
my %reader = (evidence => user('evidence', Timezone => 'America/Los_Angeles'), east => user('east', Timezone => 'Pacific/Auckland'));
grant($_, $queue, qw(SeeQueue ShowTicket)) for values %reader;
grant($reader{evidence}, $region, 'SeeCustomField');
my $blind = user('blind');
my $noQueue = user('noqueue');
grant($noQueue, $queue, 'ShowTicket');
my $outsider = user('outsider', Privileged => 0);
grant($outsider, $queue, qw(SeeQueue ShowTicket));

# What happens to the tenth of each after the first answer; the staff are its owner and the one beside.
my %way = (
	0 => sub { },
	1 => sub { my ($id, $owner) = @_; ticket($id, $owner)->SetStatus('resolved'); later(2); ticket($id)->Correspond(Content => 'still broken'); ticket($id)->SetStatus('open'); later(24); ticket($id, $owner)->SetStatus('resolved') },
	2 => sub { my ($id, $owner) = @_; ticket($id, $owner)->SetStatus('stalled'); later(20); ticket($id)->SetStatus('open'); later(2); ticket($id, $owner)->SetStatus('resolved') },
	3 => sub { my ($id, $owner, $other) = @_; ticket($id, $owner)->SetOwner($other->Id, 'Force'); later(3); ticket($id, $other)->SetStatus('resolved') },
	4 => sub { my ($id, $owner, $other) = @_; ticket($id, $owner)->SetStatus('resolved'); later(1); ticket($id, $owner)->SetOwner($other->Id, 'Force') },
	5 => sub { my ($id, $owner) = @_; ticket($id, $owner)->SetStatus('rejected') },
	# One form of RT: the status before the owner, who was nobody.
	6 => sub { my ($id, $owner) = @_; ticket($id)->SetOwner('Nobody', 'Force'); later(1); ticket($id, $owner)->SetStatus('resolved'); $NOW += 2; ticket($id, $owner)->Take },
);

for my $i (1 .. 40) {
	my ($owner, $other) = @staff[$i % 3, ($i + 1) % 3];
	day(1 + $i % 28, 1, $i);
	my $due = RT::Date->new($system);
	$due->Set(Format => 'unix', Value => $NOW + 86400);
	my $id = made(Subject => "Case $i", Requestor => "customer$i\@client.test", Owner => $owner->Id, $i % 4 ? (Due => $due->ISO) : ());
	ticket($id)->AddCustomFieldValue(Field => $region->Id, Value => $i % 2 ? 'east' : 'west');
	$NOW += 60 * (5 + $i);
	checked(ticket($id, $owner)->Correspond(Content => 'first answer')); # opens the ticket
	later($i);
	my $way = $way{$i % 10} || sub { ticket($id, $owner)->SetStatus('resolved') };
	$way->($id, $owner, $other);
}

# Just after the first update that a month asks for, and due in the month: 31 days before 1 October in Shanghai.
$NOW = timegm(0, 30, 16, 30, 7, 2026);
made(Subject => 'Early', Requestor => 'early@client.test', Owner => $staff[0]->Id, Due => '2026-10-20 00:00:00');
day(20, 0, 0);
made(Subject => 'Nobody has it', Requestor => 'customer1@client.test');
checked(ticket(made(Subject => 'Deleted', Owner => $staff[0]->Id))->SetStatus('deleted'));
checked(ticket(made(Subject => 'The same again', Owner => $staff[0]->Id))->MergeInto(1));
day(31, 0, 0);
checked($staff[2]->SetDisabled(1)); # somebody who has left

my %tokens = map { $_->[0] => token($_->[1]) } (
	['evidence', $reader{evidence}], ['east', $reader{east}], ['blind', $blind],
	['noQueue', $noQueue], ['outsider', $outsider],
);
print encode_json(\%tokens);
